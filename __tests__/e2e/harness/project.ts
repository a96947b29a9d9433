import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mustExecute, execute } from './child';
import type { Outcome, Place } from './child';
import { Folder } from './folder';

/** The folder of the project under test. */
export const PROJECT = join(__dirname, '../../..');

/** What a clean checkout does not have, and the tests themselves. */
const LEFT_OUT = ['.git', '__tests__', 'bench', 'cdktf.out', 'coverage', 'node_modules'];
const NOT_COPIED = /\.tfstate(\.|$)|\.tgz$/;

/** Quiet, and without what CDKTF would keep in the home folder. */
const CDKTF_ENVIRONMENT = {
  CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
  CI: '1',
  DISABLE_VERSION_CHECK: '1',
  FORCE_COLOR: '0',
  npm_config_loglevel: 'error',
};

/** The project as a user has it after `npm ci`, in a folder of its own. */
export class ProjectCopy extends Folder {
  private readonly place: Place;

  constructor(environment: Readonly<Record<string, string>>) {
    super();
    for (const name of readdirSync(PROJECT)) {
      if (!LEFT_OUT.includes(name) && !NOT_COPIED.test(name)) {
        cpSync(join(PROJECT, name), join(this.folder, name), {
          recursive: true,
          // what was built stays newer than its sources, so that the next build has nothing to do
          preserveTimestamps: true,
          filter: (path) => basename(path) !== '.terraform' && !NOT_COPIED.test(path),
        });
      }
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(this.folder, 'node_modules'));
    const env = { ...environment, ...CDKTF_ENVIRONMENT, CDKTF_HOME: join(this.folder, '.home') };
    this.place = { cwd: this.folder, env };
  }

  /** Runs a line of shell in the project folder and tells how it ended. */
  async run(line: string): Promise<Outcome> {
    return execute('bash', ['-c', line], this.place);
  }

  /** Runs a line of shell in the project folder and fails with what it printed if it fails. */
  async must(line: string): Promise<string> {
    return mustExecute('bash', ['-c', line], this.place);
  }
}
