import type { When } from '../../../contract/permissions';
import {
  HOLDS,
  byDefault,
  decidingDefaults,
  defaultText,
  joined,
  reversed,
  whenDirection,
} from '../../../publisher/facts/default-when';
import type { Direction } from '../../../publisher/facts/default-when';
import { aRequiredInput, anInput } from '../../fixtures/contracts';

const INPUTS = [
  anInput({ name: 'on', type: 'bool', default: true }),
  anInput({ name: 'partition', nullable: true, default: null }),
  anInput({ name: 'names', type: 'set(string)', default: [] }),
  anInput({ name: 'services', type: 'set(string)', default: ['ec2.amazonaws.com'] }),
  aRequiredInput({ name: 'arn' }),
];

const when = (
  value: string,
  test: When['test'],
  ...operands: (string | boolean | null)[]
): When => ({
  value,
  test,
  ...(operands.length > 0 && { operands }),
});

test.each<[When, keyof typeof HOLDS]>([
  [when('on', 'is', true), 'yes'],
  [when('on', 'is', false), 'no'],
  [when('on', 'is-not', true), 'no'],
  [when('on', 'is-not', false), 'yes'],
  [when('partition', 'is', null), 'yes'],
  [when('partition', 'is-not', null), 'no'],
  [when('partition', 'is', 'aws-cn'), 'maybe'],
  [when('partition', 'is-not', 'aws-cn'), 'maybe'],
  [when('names', 'is-empty'), 'yes'],
  [when('names', 'is-not-empty'), 'no'],
  [when('services', 'is-not-empty'), 'yes'],
  [when('services', 'contains', 'ec2.amazonaws.com'), 'yes'],
  [when('services', 'contains', 'ssm.amazonaws.com'), 'no'],
  [when('partition', 'contains', 'a'), 'maybe'],
  [when('services', 'does-not-contain', 'ec2.amazonaws.com'), 'no'],
  [when('services', 'does-not-contain', 'ssm.amazonaws.com'), 'yes'],
  [when('partition', 'does-not-contain', 'a'), 'maybe'],
  [when('partition', 'starts-with', 'a'), 'maybe'],
  [when('partition', 'is-empty'), 'maybe'],
  [when('arn', 'is', 'x'), 'maybe'],
  [when('each.value.access', 'is', 'read'), 'maybe'],
])('%j holds by default: %s', (test, expected) => {
  expect(byDefault([test], INPUTS)).toBe(HOLDS[expected]);
});

test('all tests have to hold, none always does', () => {
  expect(byDefault([], INPUTS)).toBe(HOLDS.yes);
  expect(byDefault([when('on', 'is', true), when('arn', 'is', 'x')], INPUTS)).toBe(HOLDS.maybe);
  expect(byDefault([when('on', 'is', false), when('arn', 'is', 'x')], INPUTS)).toBe(HOLDS.no);
});

const on = when('on', 'is', true);

test.each<[string, readonly When[], readonly When[], Direction]>([
  ['the same', [on], [on], 'same'],
  ['a test less', [on], [], 'wider'],
  ['a test more', [], [on], 'narrower'],
  ['more operands', [when('a', 'is', 'x')], [when('a', 'is', 'x', 'y')], 'wider'],
  ['fewer operands', [when('a', 'is', 'x', 'y')], [when('a', 'is', 'y')], 'narrower'],
  ['more that it is not', [when('a', 'is-not', 'x')], [when('a', 'is-not', 'x', 'y')], 'narrower'],
  ['other operands', [when('a', 'is', 'x')], [when('a', 'is', 'y')], 'other'],
  ['operands in another order', [when('a', 'is', 'x', 'y')], [when('a', 'is', 'y', 'x')], 'same'],
  ['another test', [when('a', 'is', 'x')], [when('b', 'is', 'x')], 'other'],
  ['the contrary', [when('a', 'is', 'x')], [when('a', 'is-not', 'x')], 'other'],
])('%s', (_, before, after, expected) => {
  expect(whenDirection(before, after)).toBe(expected);
});

test('directions are joined and turned', () => {
  expect(joined(['same', 'wider', 'wider'])).toBe('wider');
  expect(joined(['wider', 'narrower'])).toBe('other');
  expect(joined([])).toBe('same');
  expect((['wider', 'narrower', 'other', 'same'] as const).map(reversed)).toEqual([
    'narrower',
    'wider',
    'other',
    'same',
  ]);
});

test('of several inputs those are named whose other default decides', () => {
  const inputs = (one: unknown, other: unknown) => [
    anInput({ name: 'one', default: one }),
    anInput({ name: 'other', default: other }),
  ];
  const tests = [when('one', 'is', 'a'), when('other', 'is-not', 'b'), when('one', 'is', 'a')];

  expect(decidingDefaults(tests, inputs('a', 'x'), inputs('b', 'y'))).toBe('`one`: "a" => "b"');
  expect(decidingDefaults(tests, inputs('a', 'x'), inputs('a', 'y'))).toBe('');
});

test.each([
  [anInput({ default: 'x' }), '"x"'],
  [anInput({ default: null }), 'null'],
  [aRequiredInput(), 'none'],
  [undefined, 'none'],
])('a default in words', (input, expected) => {
  expect(defaultText(input)).toBe(expected);
});
