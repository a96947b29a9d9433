import { commitMessage } from '../../../publisher/git-registry/commit-message';
import { parcelOf } from '../../fixtures/parcel';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-03-01

### Added

- A module.

## [1.2.0-rc.1] - 2026-02-01

- Something to try.

## [1.1.0]

[1.2.0]: https://example.com/compare
`;

async function messageOf(version: string, changelog?: string): Promise<string> {
  const files = changelog === undefined ? {} : { 'CHANGELOG.md': changelog };
  return commitMessage((await parcelOf(version, files)).release);
}

test('a message holds version, changes and source', async () => {
  expect(await messageOf('1.2.0', CHANGELOG)).toBe(`ssm-iam 1.2.0

### Added

- A module.

Source-Commit: c0ffee0000000000000000000000000000000000
`);
});

test('a pre-release has a section of its own', async () => {
  expect(await messageOf('1.2.0-rc.1', CHANGELOG)).toContain(
    '1.2.0-rc.1\n\n- Something to try.\n\nSource',
  );
});

test.each([
  ['no changelog', undefined],
  ['another version', CHANGELOG.replaceAll('1.3.0', '1.2.0')],
  ['an empty changelog', ''],
])('of %s nothing is said', async (_, changelog) => {
  expect(await messageOf('1.3.0', changelog)).toBe(
    'ssm-iam 1.3.0\n\nSource-Commit: c0ffee0000000000000000000000000000000000\n',
  );
});
