import type { Fact } from '../../../publisher/facts/fact';
import { claimOf, claimedRules, refuseIdleClaims } from '../../../publisher/facts/looser-entries';

const claimed = (before: string, after: string, path = 'CHANGELOG.md'): string[] =>
  claimedRules({ [path]: before }, { [path]: after });

const old = '# Changelog\n\n## [1.0.0] - 2026-01-01\n\n- Old names. (looser: Name)\n';
const entry = `- Names may be longer,\n  as AWS has it. ${claimOf('RoleName')}\n`;

test('an entry names a rule at its end', () => {
  expect(claimed('', `## [Unreleased]\n\n${entry}- And paths (looser: Path).\n`)).toEqual([
    'RoleName',
    'Path',
  ]);
  expect(claimed('', '## [Unreleased]\n\n- Not (looser: Name) here.\n')).toEqual([]);
});

test.each([
  ['unreleased', '## [Unreleased]'],
  ['released', '## [1.1.0] - 2026-02-01'],
])('what was said for the older release is over: %s', (_, heading) => {
  const body = old.slice('# Changelog\n\n'.length);

  expect(claimed(old, `# Changelog\n\n${heading}\n\n${entry}\n${body}`)).toEqual(['RoleName']);
  expect(claimed(old, old)).toEqual([]);
});

test('what was said for a release between is no word on the one after it', () => {
  const body = old.slice('# Changelog\n\n'.length);
  const between = `## [1.1.0] - 2026-02-01\n\n${entry}\n`;

  expect(
    claimed(old, `# Changelog\n\n## [1.2.0] - 2026-03-01\n\n- Else.\n\n${between}${body}`),
  ).toEqual([]);
});

test('a module may have a changelog of its own, and other files say nothing', () => {
  expect(claimed('', entry, 'modules/lamp/CHANGELOG.md')).toEqual(['RoleName']);
  expect(claimed('', entry, 'README.md')).toEqual([]);
});

test('an entry that decides nothing is refused', () => {
  const fact: Fact = {
    ...{ module: 'm', code: 'rule-loosened', subject: 's', step: 'minor' },
    ...{ before: 'a', after: 'b', text: 't', claim: claimOf('RoleName') },
  };
  const facts = { interface: [fact], permissions: [] };

  expect(() => {
    refuseIdleClaims(['RoleName'], facts);
  }).not.toThrow();
  expect(() => {
    refuseIdleClaims(['RoleName', 'RoleNaem'], facts);
  }).toThrow(
    '(looser: RoleNaem) in CHANGELOG.md must name a rule whose condition changed and whose limits decide nothing, got none; correct the code or remove it',
  );
});
