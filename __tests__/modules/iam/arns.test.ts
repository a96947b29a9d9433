import { mistake } from '../../../generator/rules';
import type { Rule } from '../../../generator/rules';
import { AGENT_BUCKETS } from '../../../modules/iam/agent-buckets';
import {
  LONGEST_KEY_ARN,
  kmsKeyArn,
  lambdaFunctionArn,
  policyArn,
  roleArn,
} from '../../../modules/iam/arns';

const ACCOUNT = '123456789012';

describe.each<[string, Rule<string>, readonly string[], readonly string[]]>([
  [
    'PolicyArn',
    policyArn,
    [
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole',
      `arn:aws-us-gov:iam::${ACCOUNT}:policy/team/a_+=,.@-`,
      `arn:aws-cn:iam::${ACCOUNT}:policy/a`,
    ],
    [
      '',
      'ReadOnlyAccess',
      'arn:aws:iam::aws:policy/',
      'arn:aws:iam::aws:policy/*',
      `arn:aws:iam::${ACCOUNT}:policy/team/`,
      `arn:aws:iam::${ACCOUNT}:policy//a`,
      `arn:aws:iam::${ACCOUNT}:role/a`,
      `arn:aws:iam::${ACCOUNT.slice(1)}:policy/a`,
      `arn:aws:iam::*:policy/a`,
      `arn:gcp:iam::${ACCOUNT}:policy/a`,
      `arn:aws:iam:us-east-2:${ACCOUNT}:policy/a`,
      `arn:aws:iam::${ACCOUNT}:policy/a b`,
      `xarn:aws:iam::${ACCOUNT}:policy/a`,
    ],
  ],
  [
    'RoleArn',
    roleArn,
    [
      `arn:aws:iam::${ACCOUNT}:role/a`,
      `arn:aws-cn:iam::${ACCOUNT}:role/team/ssm/a_+=,.@-`,
      `arn:aws:iam::${ACCOUNT}:role/team!/a`,
      `arn:aws:iam::${ACCOUNT}:role/!"#%&'()+,-./:;<=>@[\\]^_\`{|}~/a`,
    ],
    [
      `arn:aws:iam::${ACCOUNT}:role/*`,
      `arn:aws:iam::${ACCOUNT}:role/a*`,
      `arn:aws:iam::${ACCOUNT}:role/a?`,
      `arn:aws:iam::${ACCOUNT}:role/\${aws:username}`,
      `arn:aws:iam::${ACCOUNT}:role/\${aws:username}/a`,
      `arn:aws:iam::${ACCOUNT}:role/a*b/c`,
      `arn:aws:iam::${ACCOUNT}:role/a?/b`,
      `arn:aws:iam::${ACCOUNT}:role/a b/c`,
      `arn:aws:iam::${ACCOUNT}:role/a!`,
      `arn:aws:iam::${ACCOUNT}:role/team/`,
      'arn:aws:iam::*:role/a',
      'arn:aws:iam::aws:role/a',
      `arn:aws:iam::${ACCOUNT}:role/`,
      `arn:aws:iam::${ACCOUNT}:user/a`,
      `arn:aws:sts::${ACCOUNT}:assumed-role/a/b`,
    ],
  ],
  [
    'KmsKeyArn',
    kmsKeyArn,
    [
      `arn:aws:kms:us-east-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
      `arn:aws-us-gov:kms:us-gov-west-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`,
    ],
    [
      `arn:aws:kms:us-east-2:${ACCOUNT}:alias/a`,
      `arn:aws:kms:us-east-2:${ACCOUNT}:key/*`,
      `arn:aws:kms:*:${ACCOUNT}:key/a`,
      `arn:aws:kms::${ACCOUNT}:key/a`,
      'arn:aws:kms:us-east-2::key/a',
      '1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
  ],
  [
    'LambdaFunctionArn',
    lambdaFunctionArn,
    [
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:name`,
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:name:7`,
      `arn:aws-cn:lambda:cn-north-1:${ACCOUNT}:function:a_B-9:$LATEST`,
    ],
    [
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:Automation*`,
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:name:*`,
      `arn:aws:lambda:*:*:function:name`,
      `arn:aws:lambda:us-east-2:${ACCOUNT}:layer:name`,
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:name:a:b`,
      `arn:aws:lambda:us-east-2:${ACCOUNT}:function:`,
      'name',
    ],
  ],
])('%s', (code, rule, good, bad) => {
  test('is the code of the rule', () => {
    expect(rule.code).toBe(code);
  });

  test.each(good)('takes %s', (arn) => {
    expect(rule.accepts(arn)).toBe(true);
  });

  test.each(bad)('does not take "%s"', (arn) => {
    expect(rule.accepts(arn)).toBe(false);
  });
});

test('the same is tested in a plan', () => {
  const conditions = [policyArn, roleArn, kmsKeyArn, lambdaFunctionArn].map((rule) =>
    rule.condition('x'),
  );

  expect(conditions).toEqual([
    String.raw`length(x) <= 2048 && can(regex("^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/([\\w+=,.@-]+/)*[\\w+=,.@-]+$", x))`,
    String.raw`length(x) <= 2048 && can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/([!-#%-)+->@-~]+/)?[\\w+=,.@-]+$", x))`,
    'length(x) <= 88 && can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", x))',
    'length(x) <= 2048 && can(regex("^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9$_-]+)?$", x))',
  ]);
});

test.each([
  ['PolicyArn', policyArn, 'arn:aws:iam::aws:policy/', 2048],
  ['RoleArn', roleArn, `arn:aws:iam::${ACCOUNT}:role/`, 2048],
  ['KmsKeyArn', kmsKeyArn, `arn:aws:kms:us-east-2:${ACCOUNT}:key/`, 88],
  ['LambdaFunctionArn', lambdaFunctionArn, `arn:aws:lambda:us-east-2:${ACCOUNT}:function:`, 2048],
])('%s is of limited length', (_, rule, start, longest) => {
  expect(rule.accepts(start.padEnd(longest, 'a'))).toBe(true);
  expect(rule.accepts(start.padEnd(longest + 1, 'a'))).toBe(false);
});

test('the longest key ARN that AWS makes is within the limit', () => {
  const key = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const regions = Object.values(AGENT_BUCKETS).flatMap(({ all }) => Object.keys(all));
  const arns = regions.map((region) => `arn:aws-us-gov:kms:${region}:${ACCOUNT}:key/${key}`);

  expect(Math.max(...arns.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_KEY_ARN);
});

test('the message shows an ARN to copy', () => {
  expect(mistake('automationRoleArn', roleArn, 'x')).toBe(
    'automationRoleArn must be the ARN of one IAM role, without a wildcard, at most 2048 characters, got "x"; copy it from the role, like "arn:aws:iam::123456789012:role/Example"',
  );
});
