import type { Rule } from '../../../generator/rules';
import {
  groupName,
  instanceProfileName,
  ownRole,
  policyName,
  policyPath,
  roleName,
  rolePath,
  s3PolicyName,
  userName,
} from '../../../modules/iam/names';

const NAMES: readonly (readonly [string, Rule<string>, number])[] = [
  ['RoleName', roleName, 64],
  ['PolicyName', policyName, 128],
  ['S3PolicyName', s3PolicyName, 120],
  ['UserName', userName, 64],
  ['GroupName', groupName, 128],
  ['InstanceProfileName', instanceProfileName, 128],
];

describe.each(NAMES)('%s', (code, name, longest) => {
  test('is the code of the rule', () => {
    expect(name.code).toBe(code);
  });

  test(`takes up to ${longest} characters`, () => {
    expect(name.accepts('a')).toBe(true);
    expect(name.accepts('a'.repeat(longest))).toBe(true);
    expect(name.accepts('a'.repeat(longest + 1))).toBe(false);
    expect(name.accepts('')).toBe(false);
  });

  test('takes letters, digits and _+=,.@-', () => {
    expect(name.accepts('AZaz09_+=,.@-')).toBe(true);
  });

  test.each(['a b', 'a/b', 'a*', 'é', 'a\n', 'a:b', 'a${b}'])('does not take %j', (text) => {
    expect(name.accepts(text)).toBe(false);
  });
});

describe('a role that is named', () => {
  test.each([
    'AWSReservedSSO_Operators_0123456789abcdef',
    'AWSReservedSSO_',
    'AWSServiceRoleForAmazonSSM',
    'AWSServiceRoleForAutoScaling_web',
  ])('is none of AWS: %s', (name) => {
    expect(roleName.accepts(name)).toBe(true);
    expect(ownRole.accepts(name)).toBe(false);
  });

  test.each([
    'SSOOperators',
    'my-AWSReservedSSO_Operators',
    'AWSReservedSSO',
    'MyAWSServiceRoleForSSM',
    'AWSServiceRole',
    'awsreservedsso_Operators',
  ])('may be called %s', (name) => {
    expect(ownRole.accepts(name)).toBe(true);
  });
});

describe('a path', () => {
  const both: readonly (readonly [string, Rule<string>])[] = [
    ['of a role', rolePath],
    ['of a policy', policyPath],
  ];

  test.each(both)('%s holds up to 512 characters', (_, path) => {
    expect(path.accepts('/')).toBe(true);
    expect(path.accepts(`/${'a'.repeat(510)}/`)).toBe(true);
    expect(path.accepts(`/${'a'.repeat(511)}/`)).toBe(false);
    expect(path.accepts('')).toBe(false);
  });

  test.each(both)('%s begins and ends with a slash', (_, path) => {
    expect(path.accepts('/team/ssm/')).toBe(true);
    expect(path.accepts('team/ssm/')).toBe(false);
    expect(path.accepts('/team/ssm')).toBe(false);
    expect(path.accepts('/a b/')).toBe(false);
    expect(path.accepts('/é/')).toBe(false);
    expect(path.accepts('//')).toBe(false);
  });

  test.each(['/!/', '/a*b/', '/a"b~/', '/a//b/'])(
    'of a role may hold what that of a policy may not: %s',
    (path) => {
      expect(policyPath.accepts(path)).toBe(false);
      expect(rolePath.accepts(path)).toBe(true);
    },
  );

  test('of a policy may hold letters, digits and .,+@=_-', () => {
    expect(policyPath.accepts('/AZaz09.,+@=_-/')).toBe(true);
  });
});
