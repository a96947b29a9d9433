import type { Test } from '../../../publisher/release-plan/emitted-module';
import { ruleFindings } from '../../../publisher/release-plan/rule-facts';

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
      text: '`Size` of `size` may take less: its limits do not show that it takes more',
    },
  ]);
});
