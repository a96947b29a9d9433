import { largest, paired, stepOf } from '../../../publisher/facts/fact';
import type { Fact, Step } from '../../../publisher/facts/fact';

test.each<[readonly Step[], Step]>([
  [[], 'none'],
  [['patch'], 'patch'],
  [['patch', 'major', 'minor'], 'major'],
  [['minor', 'patch'], 'minor'],
])('the largest of %j is %s', (steps, expected) => {
  expect(largest(steps)).toBe(expected);
});

test('permissions count as much as the interface', () => {
  const fact = { module: 'm', code: 'c', subject: 's', before: null, after: null, text: 't' };
  const patch: Fact = { ...fact, step: 'patch' };

  expect(
    stepOf({ interface: [patch], permissions: [{ ...fact, step: 'minor', by_default: true }] }),
  ).toBe('minor');
  expect(stepOf({ interface: [patch], permissions: [] })).toBe('patch');
});

test('what has a name is paired by it, wherever it stands', () => {
  const named = (name: string, more = 0): { name: string; more: number } => ({ name, more });
  const [a, b, otherB, c] = [named('a'), named('b'), named('b', 1), named('c')] as const;

  expect(paired([a, b], [c, otherB])).toEqual({ gone: [a], added: [c], kept: [[b, otherB]] });
});
