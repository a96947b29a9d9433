import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './project';

const AUTHOR = ['-c', 'user.name=tests', '-c', 'user.email=tests@example.com'];

/** A git repository of folders of the project, which git takes for the one at a public address. */
export class GitHost {
  /** What makes git look here instead. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'ssm-iam-git-'));

  constructor(address: string, folders: readonly string[]) {
    const tree = join(this.folder, 'tree');
    const bare = join(this.folder, 'bare.git');
    const git = (...args: readonly string[]): void => {
      execFileSync('git', args, { cwd: this.folder, stdio: 'ignore' });
    };
    git('init', '--quiet', tree);
    folders.forEach((folder) => {
      cpSync(join(PROJECT, folder), join(tree, folder), { recursive: true });
    });
    git('-C', tree, 'add', '--all');
    git('-C', tree, ...AUTHOR, 'commit', '--quiet', '--message', 'modules');
    git('clone', '--quiet', '--bare', tree, bare);
    this.environment = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${bare}.insteadOf`,
      GIT_CONFIG_VALUE_0: address,
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
