import { functionNamed } from '../../../../modules/iam/permissions/text-functions';

test('a folder ends with one slash, and nothing is no folder', () => {
  const { offline, atPlan } = functionNamed('folder');

  expect(['logs', 'logs/', 'a/b', null].map(offline)).toEqual(['logs/', 'logs/', 'a/b/', '']);
  expect(atPlan('x')).toBe('try("${trimsuffix(x, "/")}/", "")');
});

test('a relative name does not begin with a slash', () => {
  const { offline, atPlan } = functionNamed('relative');

  expect(['/web/db', 'web/db', '//x', null].map(offline)).toEqual(['web/db', 'web/db', '/x', null]);
  expect(atPlan('x')).toBe('trimprefix(x, "/")');
});

test('no other function is known', () => {
  expect(() => functionNamed('upper')).toThrow('no text is changed by upper');
});
