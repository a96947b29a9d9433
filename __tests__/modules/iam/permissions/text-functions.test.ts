import { Expr } from '../../../../generator/expression';
import { functionNamed } from '../../../../modules/iam/permissions/text-functions';

const X = new Expr('x');

test('a folder ends with one slash, and nothing is no folder', () => {
  const { offline, atPlan } = functionNamed('folder');

  expect(['logs', 'logs/', 'a/b', null].map(offline)).toEqual(['logs/', 'logs/', 'a/b/', '']);
  expect(atPlan(X).expression).toBe('try("${trimsuffix(x, "/")}/", "")');
});

test('a relative name does not begin with a slash', () => {
  const { offline, atPlan } = functionNamed('relative');

  expect(['/web/db', 'web/db', '//x', null].map(offline)).toEqual(['web/db', 'web/db', '/x', null]);
  expect(atPlan(X).expression).toBe('trimprefix(x, "/")');
});

test('the executions of a state machine are called like it', () => {
  const { offline, atPlan } = functionNamed('executions');
  const machine = 'arn:aws:states:us-east-2:123456789012:stateMachine:one';

  expect([machine, null].map(offline)).toEqual([
    'arn:aws:states:us-east-2:123456789012:execution:one',
    null,
  ]);
  expect(atPlan(X).expression).toBe('replace(x, ":stateMachine:", ":execution:")');
});

test('no other function is known', () => {
  expect(() => functionNamed('upper')).toThrow('no text is changed by upper');
});
