import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './project';

const MODULES = 'generated';

/** What Terraform reads of them; a commit that changes a README alone is nothing to upgrade from. */
const CODE = ':(glob)generated/**/*.tf.json';

/** Modules as a commit has them. */
export interface Previous {
  readonly commit: string;
  /** A folder that the caller removes. */
  readonly root: string;
  readonly modules: string;
}

/**
 * The modules as they were before what the working tree has, or as the commit
 * in SSM_IAM_UPGRADE_FROM has them.
 *
 * @returns why there are none, where they are not in the history that is there
 */
export function previousModules(project = PROJECT): Previous | string {
  const asked = process.env.SSM_IAM_UPGRADE_FROM;
  // of what was merged only the result counts: modules of a branch were on nobody's disk
  const log = git(project, 'log', '--first-parent', '--format=%H', '--', CODE);
  const commits = log?.split('\n').filter(Boolean);
  if (commits === undefined) {
    return 'this is no git repository, so it has no previous modules to upgrade from';
  }
  const commit =
    asked ?? commits.find((one) => git(project, 'diff', '--quiet', one, '--', CODE) === undefined);
  if (commit === undefined) {
    const shallow = git(project, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
    return shallow
      ? 'this clone is shallow and has no previous modules to upgrade from; run: git fetch --unshallow'
      : `no commit has other ${MODULES} than the working tree to upgrade from`;
  }
  const root = mkdtempSync(join(tmpdir(), 'ssm-iam-previous-'));
  const archive = join(root, 'modules.tar');
  execFileSync('git', ['archive', `--output=${archive}`, commit, MODULES], { cwd: project });
  execFileSync('tar', ['-xf', archive], { cwd: root });
  return { commit, root, modules: join(root, MODULES, 'modules') };
}

/** What git prints, or undefined if it fails. */
function git(project: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
