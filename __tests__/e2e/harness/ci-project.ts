import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ReleasedProject } from '../../fixtures/released-project';
import { PROJECT } from '../../fixtures/source-files';
import { execute } from './child';
import type { Outcome } from './child';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.1.0] - 2026-04-01

- Newer.

## [1.0.0] - 2026-03-01

- The \`first\`, for $HOME.

### Permissions

- None.

## [0.9.0] - 2026-02-01

- Older.
`;

/** A project with a release, and the command as it is built. */
export function projectWithRelease(folder: string): ReleasedProject {
  const project = new ReleasedProject(folder);
  const packages = { '': { name: 'ssm-iam', version: '1.0.0' } };
  project.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
  project.write('CHANGELOG.md', CHANGELOG);
  project.release('1.0.0', { 'main.tf.json': '{}\n' });
  project.run('remote', 'add', 'origin', 'https://github.com/acme/ssm-iam');
  symlinkSync(join(PROJECT, 'dist'), join(project.folder, 'dist'));
  return project;
}

/** Runs a shell as the build services do. */
export const bash = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> =>
  execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', ...args], {
    cwd,
    env: { GITHUB_ACTIONS: '', GITLAB_CI: '', ...env },
  });
