import type { Attribute, Limits } from '../../../contract/module';
import type { Test } from '../../../publisher/facts/emitted-module';
import { ruleFindings, validationFindings } from '../../../publisher/facts/rule-facts';
import { anInput } from '../../fixtures/contracts';

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
  claimed: readonly string[] = [],
): string[] =>
  ruleFindings(before, after, isNew, claimed).map(
    ({ code, subject, step }) => `${code} ${subject}: ${step}`,
  );

const short = rule('length(var.size) <= 5', { rule: { limits: { longest: 5 } } });
const other = rule('f(var.size)', { code: 'Other' });
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
    ['rule-changed size [Size]: major'],
  ],
  [
    'looser, of another place',
    [short],
    [{ ...long, place: 'size.other' }],
    ['rule-changed size.other [Size]: major'],
  ],
  [
    'with other words around the same limits',
    [short],
    [{ ...short, condition: 'length(trimspace(var.size)) <= 5' }],
    ['rule-changed size [Size]: major'],
  ],
  ['unproven', [short], [rule('f(var.size)')], ['rule-changed size [Size]: major']],
  ['of another code', [short], [{ ...short, code: 'Other' }], []],
  [
    'one of two with a code',
    [short, rule('length(var.other) <= 5', { place: 'size.other' })],
    [rule('length(var.other) <= 4', { place: 'size.other' }), short],
    ['rule-changed size.other [Size]: major'],
  ],
  ['behind a new one', [short], [other, short], ['rule-added size [Other]: major']],
  [
    'of another code and condition',
    [short],
    [other],
    ['rule-removed size [Size]: minor', 'rule-added size [Other]: major'],
  ],
  [
    'two of a code, one in the same place',
    [short, rule('a', { place: 'size.other' })],
    [rule('b', { place: 'size.other' })],
    ['rule-changed size.other [Size]: major', 'rule-removed size [Size]: minor'],
  ],
  [
    'without a code',
    [rule('a', { code: '' })],
    [rule('b', { code: '' })],
    ['rule-removed size: minor', 'rule-added size: major'],
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
    'another warning',
    [{ ...warning, code: 'Odd' }],
    [{ ...warning, code: 'Odd', condition: 'var.size > 2' }],
    ['rule-removed check.size [Odd]: minor', 'warning-added check.size [Odd]: minor'],
  ],
  [
    'a warning with a code that refuses now',
    [{ ...warning, code: 'Odd' }],
    [{ ...warning, code: 'Odd', refuses: true }],
    ['rule-removed check.size [Odd]: minor', 'rule-added check.size [Odd]: major'],
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
const codes = (before: Limited, after: Limited, claimed: readonly string[] = []): string[] =>
  found([limited(before)], [limited(after)], undefined, claimed);

const five: Limits = { longest: 5 };
const six: Limits = { longest: 6 };
const a: Limits = { one_of: ['a'] };
const ab: Limits = { one_of: ['a', 'b'] };

const LOOSENED = ['rule-loosened size [Size]: minor'];
const TIGHTENED = ['rule-tightened size [Size]: major'];
const CHANGED = ['rule-changed size [Size]: major'];

test.each<[string, Limited, Limited]>([
  [
    'a longer list',
    ['contains(["a", "b"], x)', ab],
    ['contains(["b", "a", "c"], x)', { one_of: ['b', 'a', 'c'] }],
  ],
  ['a larger limit', ['length(x) <= 5', { most: 5 }], ['length(x) <= 6', { most: 6 }]],
  ['a smaller floor', ['length(x) >= 2', { shortest: 2 }], ['length(x) >= 1', { shortest: 1 }]],
  [
    'both ends, with the same pattern',
    ['length(x) >= 2 && length(x) <= 5 && f("<= 5")', { ...five, shortest: 2, pattern: '<= 5' }],
    ['length(x) >= 1 && length(x) <= 6 && f("<= 5")', { ...six, shortest: 1, pattern: '<= 5' }],
  ],
  [
    'what is not null',
    ['x == null ? true : contains(["$&"], x)', { one_of: ['$&'] }],
    ['x == null ? true : contains(["$&", "b"], x)', { one_of: ['$&', 'b'] }],
  ],
])('wider limits with the same words around them prove it: %s', (_, before, after) => {
  expect(codes(before, after)).toEqual(LOOSENED);
  expect(codes(after, before, ['Size'])).toEqual(TIGHTENED);
});

test.each<[string, Limited, Limited]>([
  ['other words', ['length(x) <= 5', five], ['length(trimspace(x)) <= 6', six]],
  ['of something else', ['contains(["a"], x)', a], ['contains(["a", "b"], y)', ab]],
  ['told by nobody', ['length(x) <= 5', undefined], ['length(x) <= 6', six]],
  ['told no more', ['length(x) <= 5', five], ['length(x) <= 6', undefined]],
  ['not those of the condition', ['length(x) <= 5', five], ['length(x) <= 4', six]],
  ['a list that is refused', ['contains(["a"], x)', a], ['!contains(["a", "b"], x)', ab]],
  ['a limit for a floor', ['x >= 5', five], ['x <= 6', six]],
  ['a demand more', ['x <= 5', five], ['x <= 6 && y >= 1', six]],
  ['a way less', ['x <= 5 || y', five], ['x <= 6', six]],
  ['two limits', ['x <= 5 && y <= 5', five], ['x <= 6 && y <= 6', six]],
  [
    'another pattern',
    ['x <= 5 && f("a")', { ...five, pattern: 'a' }],
    ['x <= 6 && f("[ab]")', { ...six, pattern: '[ab]' }],
  ],
  [
    'another test of null',
    ['x == null ? true : x <= 5', five],
    ['x == null ? false : x <= 6', six],
  ],
])('nothing proves it, and the changelog decides: %s', (_, before, after) => {
  expect(codes(before, after)).toEqual(CHANGED);
  expect(codes(before, after, ['Other'])).toEqual(CHANGED);
  expect(codes(before, after, ['Size'])).toEqual(LOOSENED);
});

test('what nobody can have given is refused to nobody', () => {
  expect(
    found([], [short, rule('x', { place: 'width' })], ({ place }) => place === 'width'),
  ).toEqual(['rule-added size [Size]: major']);
});

test('no entry makes a new rule a minor change', () => {
  expect(found([], [short], undefined, ['Size'])).toEqual(['rule-added size [Size]: major']);
});

test('both conditions are told, and which entry would make it a minor change', () => {
  expect(ruleFindings([short], [rule('f(var.size)')], () => false, [])).toEqual([
    {
      code: 'rule-changed',
      subject: 'size [Size]',
      step: 'major',
      before: 'length(var.size) <= 5',
      after: 'f(var.size)',
      text: '`Size` of `size` is another condition: nothing proves that it takes more',
      claim: '(looser: Size)',
    },
  ]);
  expect(ruleFindings([short], [rule('f(var.size)')], () => false, ['Size'])).toMatchObject([
    { code: 'rule-loosened', claim: '(looser: Size)' },
  ]);
});

test.each([
  [short, '`Size` of `size`', 'demanded'],
  [warning, 'a test of `check.size`', 'warned of'],
])('what is new or gone is told with its condition', (one, name, what) => {
  const { condition } = one;

  expect(ruleFindings([one], [], () => false, [])).toMatchObject([
    { before: condition, after: null, text: `${name} is not ${what} any more` },
  ]);
  expect(ruleFindings([], [one], () => false, [])).toMatchObject([
    { before: null, after: condition, text: `${name} is ${what} now` },
  ]);
});

const attribute = (name: string, attributes: readonly Attribute[] = []): Attribute => ({
  ...{ name, description: 'd', type: 'any', required: true, attributes },
});
const told = (code: string, of?: string) => ({
  ...{ code, must: 'm', remedy: 'r', see: 's', ...(of !== undefined && { attribute: of }) },
});

test.each([
  ['an input', [told('Size')], ['rule-added boxes [Size]: major']],
  ['an attribute', [told('Size', 'name')], ['rule-added boxes.name [Size]: major']],
  ['one within one', [told('Size', 'lid hue')], ['rule-added boxes.lid hue [Size]: major']],
  ['a new attribute', [told('Size', 'width')], []],
  ['what the contract tells otherwise', [told('X', 'width')], ['rule-added boxes [Size]: major']],
  ['what no contract tells', [], ['rule-added boxes [Size]: major']],
])('who has given it is refused by a new rule of %s', (_, rules, expected) => {
  const attributes = [attribute('name'), attribute('lid', [attribute('hue')])];
  const boxes = anInput({ name: 'boxes', attributes });
  const validations = ['boxes', 'lamps', 'lamps'].map((place) => rule('x', { place }));
  const after = { inputs: [{ ...boxes, rules }], validations };

  expect(
    validationFindings({ inputs: [boxes], validations: [] }, after, []).map(
      ({ code, subject, step }) => `${code} ${subject}: ${step}`,
    ),
  ).toEqual(expected);
});
