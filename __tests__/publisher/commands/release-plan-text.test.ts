import { createColors } from 'picocolors';
import { releasePlanText } from '../../../publisher/commands/release-plan-text';
import type { Fact } from '../../../publisher/facts/fact';
import type { ReleasePlan } from '../../../publisher/release-plan/release-plan';

const plain = createColors(false);

const fact = (given: Partial<Fact> = {}): Fact => ({
  module: 'lamp',
  code: 'input-removed',
  subject: 'size',
  step: 'major',
  before: 'string',
  after: null,
  text: '`size` is gone',
  ...given,
});

const file = { path: 'CHANGELOG.md', before: null, after: null };

const plan = (given: Partial<ReleasePlan> = {}): ReleasePlan => ({
  schema_version: 1,
  base: '0123456789abcdef0123456789abcdef01234567',
  since: 'v0.1.0',
  step: 'major',
  version: '0.2.0',
  tag: 'v0.2.0',
  date: '2026-03-01',
  facts: [],
  permissions: [],
  files: [file],
  message: 'chore(release): v0.2.0',
  ...given,
});

test('permissions come first, then what breaks, then the rest', () => {
  const granted = fact({
    step: 'minor',
    before: null,
    after: ['a:A', 'b:B'],
    text: 'it may',
    code: 'permission-granted',
  });
  const text = releasePlanText(
    plan({
      facts: [fact({ step: 'patch', before: null, module: '', text: 'words' }), fact()],
      permissions: [
        { ...granted, by_default: false, after: '', text: 'it could' },
        { ...granted, by_default: true },
      ],
      files: [file, { ...file, path: 'generated/x' }, { ...file, path: 'generated/y' }],
    }),
    plain,
  );

  expect(text)
    .toBe(`v0.2.0 of 2026-03-01: major, since v0.1.0; before 1.0.0 a break raises the minor version
commit 0123456789ab

Permissions, by default
+ lamp: it may [permission-granted]
    + a:A
    + b:B

Permissions that inputs switch on
+ lamp: it could [permission-granted]
    + ""

Breaking
! lamp: \`size\` is gone [input-removed]
    - string

Other
  words [input-removed]

What "release apply" does
  writes CHANGELOG.md, 2 in generated/
  commits "chore(release): v0.2.0" and tags it v0.2.0`);
});

test.each([
  [plan({ since: null, step: 'minor' }), 'the first release'],
  [plan({ step: 'none' }), 'as v0.1.0'],
  [plan({ tag: 'v2.0.0' }), 'major, since v0.1.0'],
])('the first line says why', (given, expected) => {
  expect(releasePlanText(given, plain).split('\n')[0]).toMatch(new RegExp(`: ${expected}$`));
});

const long = `s3:GetObject on ${'arn:aws:s3:::bucket/* '.repeat(20)}if regions is not empty`;
const granted = plan({ permissions: [{ ...fact({ before: long }), by_default: true }] });

test('nothing is cut off', () => {
  expect(releasePlanText(granted, plain).split('\n')).toContain(`    - ${long}`);
});

test('values are JSON', () => {
  const given = plan({ facts: [fact({ before: 'x'.repeat(400), after: { a: [1] } })] });

  expect(releasePlanText(given, plain)).toContain(`    - ${'x'.repeat(400)}\n    + {"a":[1]}`);
});

test('a rule that may be looser names the entry that says so', () => {
  const open = fact({ code: 'rule-changed', claim: '(looser: Size)' });
  const way =
    '    a minor change if an entry below "## [Unreleased]" of CHANGELOG.md ends with (looser: Size)';
  const lines = (given: Fact): string[] =>
    releasePlanText(plan({ facts: [given] }), plain).split('\n');

  expect(lines(open)).toContain(way);
  expect(lines({ ...open, step: 'minor' })).not.toContain(way);
});

test('colours are the terminal\u2019s', () => {
  expect(releasePlanText(plan({ facts: [fact()] }), createColors(true))).toContain('\u001b[31m!');
});

test('nothing to release is said', () => {
  expect(releasePlanText(plan({ files: [], tag: 'v0.1.0' }), plain)).toBe(
    'nothing to release: generated/ is as v0.1.0 has it; give --version to release what changed beside it',
  );
});
