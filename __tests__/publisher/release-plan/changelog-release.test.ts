import { releasedChangelog } from '../../../publisher/release-plan/changelog-release';
import type { Fact, Facts, PermissionFact } from '../../../publisher/facts/fact';

const fact = (given: Partial<Fact> = {}): Fact => ({
  module: 'hall',
  code: 'input-removed',
  subject: 'x',
  step: 'major',
  before: 'string',
  after: null,
  text: '`x` is gone',
  ...given,
});
const grant = (given: Partial<PermissionFact> = {}): PermissionFact => ({
  ...fact({
    step: 'minor',
    before: null,
    after: 's3:PutObject',
    text: 'statement `y` is granted by default',
  }),
  by_default: true,
  ...given,
});
const facts: Facts = {
  interface: [fact(), fact({ step: 'minor', text: '`z` can be given' }), fact({ step: 'patch' })],
  permissions: [grant()],
};
const none: Facts = { interface: [], permissions: [] };

const released = (changelog: string, all: Facts | undefined = facts): string =>
  releasedChangelog(changelog, '1.1.0', '2026-03-01', all);

const head = '# Changelog\n\n## [Unreleased]\n';
const INTERFACE = `### Interface

- \`hall\`: **breaking:** \`x\` is gone.
- \`hall\`: \`z\` can be given.`;
const PERMISSIONS = `### Permissions

- \`hall\`: statement \`y\` is granted by default.
  - now: \`s3:PutObject\``;
const released110 = '# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-03-01\n\n';

test('what changed stands below what people wrote', () => {
  expect(released(`${head}\n### Added\n\n- A lamp.\n\n## [1.0.0] - 2026-01-01\n\nOld.\n`)).toBe(
    `${released110}### Added\n\n- A lamp.\n\n${INTERFACE}\n\n${PERMISSIONS}\n\n## [1.0.0] - 2026-01-01\n\nOld.\n`,
  );
});

test('sections that are there go on', () => {
  const written =
    '### Added\n\n- A lamp.\n\n### Permissions\n\nRead this:\n\n- `hall`: by hand,\n  over two lines.\n';

  expect(released(`${head}\n${written}`)).toBe(
    `${released110}### Added\n\n- A lamp.\n\n${INTERFACE}\n\n### Permissions\n\nRead this:\n\n- \`hall\`: by hand,\n  over two lines.\n${PERMISSIONS.split('\n').slice(2).join('\n')}\n`,
  );
});

test('a section of prose is followed by a list of its own', () => {
  expect(
    released(`${head}\n### Permissions\n\nNothing new.\n`, { ...none, permissions: [grant()] }),
  ).toBe(
    `${released110}### Permissions\n\nNothing new.\n\n${PERMISSIONS.split('\n').slice(2).join('\n')}\n`,
  );
});

test('of the first release people tell what is granted', () => {
  const written = '### Permissions\n\n- `hall`: all by hand.';

  expect(
    releasedChangelog(
      `${head}\n1.1.0 is in preparation.\n\n${written}\n`,
      '1.1.0',
      '2026-03-01',
      undefined,
    ),
  ).toBe(`${released110}${written}\n`);
});

test('nothing written and nothing changed is said', () => {
  expect(released(head, none)).toBe(`${released110}No change of the interface.\n`);
  expect(released(head, { ...none, interface: [fact({ step: 'patch' })] })).toContain(
    'No change of',
  );
});

test('all values of a permission are told, and where there is none', () => {
  const lines = grant({ before: ['a', 'b'], after: '' });

  expect(released(head, { ...none, permissions: [lines] })).toContain(
    '.\n  - before: `a`\n  - before: `b`\n  - now: `""`\n',
  );
});

test('the version may be named elsewhere, but not as a release', () => {
  expect(released(`${head}\n- As 1.1.0 has it.\n`, none)).toContain('- As 1.1.0 has it.');
  expect(() => released(`${head}\n## [1.1.0] - 2026-01-01\n`)).toThrow(/\[ChangelogForm\]$/);
});

test('without a place for it there is no release', () => {
  expect(() => released('# Changelog\n')).toThrow(
    'CHANGELOG.md must have a line "## [Unreleased]", got none; write one above the last release [ChangelogForm]',
  );
});
