import { mistake } from '../../../generator/rules';
import type { Rule } from '../../../generator/rules';
import {
  alarmArn,
  kmsKeyArn,
  lambdaFunctionArn,
  policyArn,
  roleArn,
  snsTopicArn,
  stateMachineArn,
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
    'AlarmArn',
    alarmArn,
    [
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:name`,
      `arn:aws-cn:cloudwatch:cn-north-1:${ACCOUNT}:alarm:CPU > 80% (web)`,
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:${'a'.repeat(255)}`,
    ],
    [
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:${'a'.repeat(256)}`,
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:web-*`,
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:web-?`,
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:\${aws:username}`,
      `arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:`,
      `arn:aws:cloudwatch:*:${ACCOUNT}:alarm:name`,
      `arn:aws:cloudwatch::${ACCOUNT}:dashboard/name`,
      'name',
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
  [
    'SnsTopicArn',
    snsTopicArn,
    [`arn:aws:sns:us-east-2:${ACCOUNT}:a`, `arn:aws-cn:sns:cn-north-1:${ACCOUNT}:a_B-9`],
    [
      `arn:aws:sns:us-east-2:${ACCOUNT}:a.fifo`,
      `arn:aws:sns:us-east-2:${ACCOUNT}:a*`,
      `arn:aws:sns:*:${ACCOUNT}:a`,
      `arn:aws:sns:us-east-2:${ACCOUNT}:a:1234abcd-12ab-34cd-56ef-1234567890ab`,
      `arn:aws:sns:us-east-2:${ACCOUNT}:`,
      'a',
    ],
  ],
  [
    'StateMachineArn',
    stateMachineArn,
    [
      `arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:a`,
      `arn:aws-us-gov:states:us-gov-west-1:${ACCOUNT}:stateMachine:a_B-9`,
    ],
    [
      `arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:*`,
      `arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:a:1`,
      `arn:aws:states:us-east-2:${ACCOUNT}:execution:a`,
      `arn:aws:states:*:${ACCOUNT}:stateMachine:a`,
      `arn:aws:states:us-east-2::stateMachine:a`,
      'a',
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

test('the message shows an ARN to copy', () => {
  expect(mistake('automationRoleArn', roleArn)).toBe(
    'automationRoleArn must be the ARN of one IAM role, without a wildcard; copy it from the role, like "arn:aws:iam::123456789012:role/Example"',
  );
});
