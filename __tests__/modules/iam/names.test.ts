import type { Rule } from '../../../generator/rules';
import {
  groupName,
  ownRole,
  path,
  roleName,
  roleWithPath,
  userName,
} from '../../../modules/iam/names';

const NAMES: readonly (readonly [string, Rule<string>, number])[] = [
  ['RoleName', roleName, 64],
  ['UserName', userName, 64],
  ['GroupName', groupName, 128],
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

describe('a role with its path', () => {
  const rule = roleWithPath(12, 'https://example.com');

  test.each(['a', 'a/b', 'a.b/+=,.@-_', 'aaaa/bbbbb'])('may be %s', (name) => {
    expect(rule.accepts(name)).toBe(true);
  });

  test.each(['', '/a', 'a/', 'a//b', 'a*', 'a/?', '${a}', 'a b', 'a'.repeat(13)])(
    'may not be "%s"',
    (name) => {
      expect(rule.accepts(name)).toBe(false);
    },
  );
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
  test('holds up to 512 characters', () => {
    expect(path.accepts('/')).toBe(true);
    expect(path.accepts(`/${'a'.repeat(510)}/`)).toBe(true);
    expect(path.accepts(`/${'a'.repeat(511)}/`)).toBe(false);
    expect(path.accepts('')).toBe(false);
  });

  test.each(['/team/ssm/', '/AZaz09.,+@=_-/'])('may be %s', (text) => {
    expect(path.accepts(text)).toBe(true);
  });

  test.each(['team/ssm/', '/team/ssm', '/a b/', '/é/', '//', '/!/', '/a*b/', '/a//b/'])(
    'may not be %s',
    (text) => {
      expect(path.accepts(text)).toBe(false);
    },
  );
});
