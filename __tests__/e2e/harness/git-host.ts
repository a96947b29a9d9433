import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Folder } from './folder';
import { PROJECT } from './project';

const AUTHOR = ['-c', 'user.name=tests', '-c', 'user.email=tests@example.com'];

/** A git repository of folders of the project, which git takes for the one at a public address. */
export class GitHost extends Folder {
  /** What makes git look here instead. */
  readonly environment: Readonly<Record<string, string>>;

  /**
   * @param layout a folder of the project that is the root of the repository, and a tag
   */
  constructor(
    address: string,
    folders: readonly string[],
    layout: { readonly from?: string; readonly tag?: string } = {},
  ) {
    super();
    const [tree, bare] = [this.path('tree'), this.path('bare.git')];
    const git = (...args: readonly string[]): void => {
      execFileSync('git', args, { cwd: this.folder, stdio: 'ignore' });
    };
    git('init', '--quiet', tree);
    folders.forEach((folder) => {
      const path = relative(layout.from ?? '', folder);
      cpSync(join(PROJECT, folder), join(tree, path), { recursive: true });
    });
    git('-C', tree, 'add', '--all');
    git('-C', tree, ...AUTHOR, 'commit', '--quiet', '--message', 'modules');
    if (layout.tag !== undefined) {
      git('-C', tree, 'tag', layout.tag);
    }
    git('clone', '--quiet', '--bare', tree, bare);
    this.environment = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${bare}.insteadOf`,
      GIT_CONFIG_VALUE_0: address,
    };
  }
}
