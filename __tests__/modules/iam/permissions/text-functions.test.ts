import { functionNamed } from '../../../../modules/iam/permissions/text-functions';

test('a folder ends with one slash, and nothing is no folder', () => {
  const { offline, atPlan } = functionNamed('folder');

  expect(['logs', 'logs/', 'a/b', null].map(offline)).toEqual(['logs/', 'logs/', 'a/b/', '']);
  expect(atPlan('x')).toBe('try("${trimsuffix(x, "/")}/", "")');
});

test('no other function is known', () => {
  expect(() => functionNamed('upper')).toThrow('no text is changed by upper');
});
