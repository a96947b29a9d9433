import type { Limits } from '../../../contract/module';
import type { Test } from '../../../publisher/facts/emitted-module';
import { ruleFindings } from '../../../publisher/facts/rule-facts';

const rule = (condition: string, given: Partial<Test> = {}): Test => ({
  place: 'size',
  code: 'Size',
  condition,
  refuses: true,
  ...given,
});

const found = (
  before: readonly Test[],
  after: readonly Test[],
  isNew: (test: Test) => boolean = () => false,
): string[] =>
  ruleFindings(before, after, isNew).map(
    ({ code, subject, step }) => `${code} ${subject}: ${step}`,
  );

const short = rule('length(var.size) <= 5', { rule: { limits: { longest: 5 } } });
const long = rule('length(var.size) <= 6', { rule: { limits: { longest: 6 } } });
const warning = rule('var.size > 1', { code: '', place: 'check.size', refuses: false });

test.each<[string, readonly Test[], readonly Test[], readonly string[]]>([
  ['the same', [short], [short], []],
  ['new', [], [short], ['rule-added size [Size]: major']],
  ['gone', [short], [], ['rule-removed size [Size]: minor']],
  ['looser', [short], [long], ['rule-loosened size [Size]: minor']],
  ['tighter', [long], [short], ['rule-tightened size [Size]: major']],
  [
    'looser, of another part',
    [short],
    [{ ...long, rule: { ...long.rule, part: 'each key' } }],
    ['rule-tightened size [Size]: major'],
  ],
  [
    'looser, of another place',
    [short],
    [{ ...long, place: 'size.other' }],
    ['rule-tightened size.other [Size]: major'],
  ],
  [
    'with other words around the same limits',
    [short],
    [{ ...short, condition: 'length(trimspace(var.size)) <= 5' }],
    ['rule-tightened size [Size]: major'],
  ],
  ['unproven', [short], [rule('f(var.size)')], ['rule-tightened size [Size]: major']],
  ['of another code', [short], [{ ...short, code: 'Other' }], []],
  [
    'one of two with a code',
    [short, rule('length(var.other) <= 5', { place: 'size.other' })],
    [rule('length(var.other) <= 4', { place: 'size.other' }), short],
    ['rule-tightened size.other [Size]: major'],
  ],
  ['as often as before, and once more', [short], [short, short], ['rule-added size [Size]: major']],
  [
    'on another resource',
    [rule('local.a', { place: 'aws_iam_role.this' })],
    [rule('local.a', { place: 'aws_iam_policy.this' })],
    [],
  ],
  ['a warning more', [], [warning], ['warning-added check.size: minor']],
  [
    'a warning of something else',
    [{ ...warning, code: 'Odd' }],
    [{ ...warning, code: 'Odd', condition: 'var.size > 2' }],
    ['warning-changed check.size [Odd]: minor'],
  ],
  [
    'a warning that refuses now',
    [warning],
    [{ ...warning, refuses: true }],
    ['rule-removed check.size: minor', 'rule-added check.size: major'],
  ],
])('%s', (_, before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

type Limited = readonly [condition: string, limits: Limits | undefined];
const limited = ([condition, limits]: Limited): Test =>
  rule(condition, { rule: limits === undefined ? {} : { limits } });
const steps = (before: Limited, after: Limited): string[] =>
  found([limited(before)], [limited(after)]);

const five: Limits = { longest: 5 };
const six: Limits = { longest: 6 };
const a: Limits = { one_of: ['a'] };
const ab: Limits = { one_of: ['a', 'b'] };
const bac: Limits = { one_of: ['b', 'a', 'c'] };

test.each<[string, Limited, Limited]>([
  ['a longer list', ['contains(["a", "b"], x)', ab], ['contains(["b", "a", "c"], x)', bac]],
  ['a larger limit', ['length(x) <= 5', { most: 5 }], ['length(x) <= 6', { most: 6 }]],
  ['a limit that is not reached', ['length(x) < 6', { most: 5 }], ['length(x) < 7', { most: 6 }]],
  ['a smaller floor', ['length(x) >= 2', { shortest: 2 }], ['length(x) >= 1', { shortest: 1 }]],
  [
    'one larger of two',
    ['length(x) <= 5 && can(regex("^a<= 5", x))', { ...five, pattern: '^a<= 5' }],
    ['length(x) <= 6 && can(regex("^a<= 5", x))', { ...six, pattern: '^a<= 5' }],
  ],
  [
    'both ends',
    ['length(x) >= 2 && length(x) <= 5', { ...five, shortest: 2 }],
    ['length(x) >= 1 && length(x) <= 6', { ...six, shortest: 1 }],
  ],
  ['brackets', ['(length(x) <= 5)', five], ['(length(x) <= 6)', six]],
  [
    'each of several',
    ['alltrue([for i in x : (i == null ? false : length(i) <= 5)])', five],
    ['alltrue([for i in x : (i == null ? false : length(i) <= 6)])', six],
  ],
  [
    'each of several that may be no text',
    ['alltrue([for k, i in x : try(contains(["a"], i.a), true)])', a],
    ['alltrue([for k, i in x : try(contains(["a", "b"], i.a), true)])', ab],
  ],
  [
    'what is not null',
    ['x == null ? true : contains(["a"], x)', a],
    ['x == null ? true : contains(["a", "b"], x)', ab],
  ],
])('wider limits with the same words around them: %s', (_, before, after) => {
  expect(steps(before, after)).toEqual(['rule-loosened size [Size]: minor']);
  expect(steps(after, before)).toEqual(['rule-tightened size [Size]: major']);
});

test.each<[string, Limited, Limited]>([
  ['other words', ['length(x) <= 5', five], ['length(trimspace(x)) <= 6', six]],
  ['of something else', ['contains(["a"], x)', a], ['contains(["a", "b"], y)', ab]],
  ['told by nobody', ['length(x) <= 5', undefined], ['length(x) <= 6', six]],
  ['told no more', ['length(x) <= 5', five], ['length(x) <= 6', undefined]],
  ['not those of the condition', ['length(x) <= 5', five], ['length(x) <= 4', six]],
  [
    'not the list of the condition',
    ['contains(["a"], x)', a],
    ['contains(["a"], x) && contains(["b"], x)', ab],
  ],
  [
    'a word of another list',
    ['contains(["a"], x) && y != "a"', a],
    ['contains(["a", "b"], x) && y != "b"', ab],
  ],
  ['more that are refused', ['!contains(["a"], x)', a], ['!contains(["a", "b"], x)', ab]],
  ['a list that is refused', ['contains(["a"], x)', a], ['!contains(["a", "b"], x)', ab]],
  ['a reference in the list', ['contains([y], x)', a], ['contains([y, "a"], x)', ab]],
  ['a limit for a floor', ['x >= 5', five], ['x <= 6', six]],
  ['a limit that is left', ['x < 5', five], ['x <= 6', six]],
  ['a negated limit', ['!(x <= 5)', five], ['!(x <= 6)', six]],
  ['a limit that is compared', ['y == x <= 5', five], ['y == x <= 6', six]],
  ['a limit that must not be', ['y != (x <= 5)', five], ['y != (x <= 6)', six]],
  ['a limit that is reckoned with', ['x <= 5 * y', five], ['x <= 6 * y', six]],
  ['a demand more', ['x <= 5', five], ['x <= 6 && y >= 1', six]],
  ['a way less', ['x <= 5 || y', five], ['x <= 6', six]],
  ['two limits', ['x <= 5 && y <= 5', five], ['x <= 6 && y <= 6', six]],
  [
    'another pattern',
    ['x <= 5 && can(regex("a", x))', five],
    ['x <= 6 && can(regex("[ab]", x))', six],
  ],
  [
    'a filter',
    ['alltrue([for i in x : i <= 5 if i > 1])', five],
    ['alltrue([for i in x : i <= 6 if i > 1])', six],
  ],
  [
    'a limit of a filter',
    ['alltrue([for i in x : f(i) if i <= 5])', five],
    ['alltrue([for i in x : f(i) if i <= 6])', six],
  ],
  [
    'another test of null',
    ['x == null ? true : x <= 5', five],
    ['x == null ? false : x <= 6', six],
  ],
  [
    'another null among several',
    ['alltrue([for i in x : try(i <= 5, true)])', five],
    ['alltrue([for i in x : try(i <= 6, false)])', six],
  ],
  ['a test of something else', ['x ? true : y <= 5', five], ['x ? true : y <= 6', six]],
  [
    'a limit of a test',
    ['x <= 5 && y == null ? false : z', five],
    ['x <= 6 && y == null ? false : z', six],
  ],
  [
    'brackets that are not of the form',
    ['alltrue([for i in x : i <= 5]) == f([1])', five],
    ['alltrue([for i in x : i <= 6]) == f([1])', six],
  ],
  ['a function', ['f(x <= 5)', five], ['f(x <= 6)', six]],
  ['a key', ['y[x <= 5]', five], ['y[x <= 6]', six]],
  [
    'an object',
    ['({ for i in x : i => (i <= 5) })', five],
    ['({ for i in x : i => (i <= 6) })', six],
  ],
  [
    'an object with no space',
    ['({for i in x : i => (i <= 5)})', five],
    ['({for i in x : i => (i <= 6)})', six],
  ],
  [
    'a template',
    ['contains(["${y}"], x)', { one_of: ['${y}'] }],
    ['contains(["${y}", "b"], x)', { one_of: ['${y}', 'b'] }],
  ],
  [
    'one of many',
    ['anytrue([for i in x : i <= 5])', five],
    ['anytrue([for i in x : i <= 4])', six],
  ],
])('wider limits that are no proof: %s', (_, before, after) => {
  expect(steps(before, after)).toEqual(['rule-tightened size [Size]: major']);
});

test('what nobody can have given is refused to nobody', () => {
  expect(
    found([], [short, rule('x', { place: 'width' })], ({ place }) => place === 'width'),
  ).toEqual(['rule-added size [Size]: major']);
});

test('both conditions are told', () => {
  expect(ruleFindings([long], [short], () => false)).toEqual([
    {
      code: 'rule-tightened',
      subject: 'size [Size]',
      step: 'major',
      before: 'length(var.size) <= 6',
      after: 'length(var.size) <= 5',
      text: '`Size` of `size` may take less: nothing shows that it takes more',
    },
  ]);
});
