import { execFile } from 'node:child_process';
import { UsageError, reasonOf } from '../errors';
import { withoutPassword } from './addresses';
import type { Environment } from './credentials';

/** Environment variables beside those that are there. */
type Added = Readonly<Record<string, string>>;

export interface GitOutcome {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** What a hook of git sets, and what would lead git away from the folder. */
const OF_OTHER_REPOSITORIES = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_QUARANTINE_PATH',
  'GIT_WORK_TREE',
];

/** Paths as they are, and no hook of the user in what is made. */
const SETTINGS = ['-c', 'core.quotePath=off', '-c', 'core.hooksPath=/dev/null'];

/** A folder that git works in. */
export class Git {
  private readonly env: Environment;

  constructor(
    readonly folder: string,
    env: Environment,
  ) {
    this.env = Object.fromEntries(
      Object.entries(env).filter(([name]) => !OF_OTHER_REPOSITORIES.includes(name)),
    );
  }

  /**
   * What a command prints.
   *
   * @throws UsageError `GitMissing`, or `GitFailed` with what git said
   */
  async run(args: readonly string[], added: Added = {}): Promise<Buffer> {
    const { code, out, err } = await this.try(args, added);
    if (code !== 0) {
      throw new UsageError(
        'GitFailed',
        `git ${args[0] ?? ''} must succeed in ${this.folder}, got exit code ${code}: ${reasonOf(withoutPassword(err.trim()))}; mend what git says and run this again`,
      );
    }
    return out;
  }

  /** The text that a command prints, without the line break at its end. */
  async text(args: readonly string[]): Promise<string> {
    return (await this.run(args)).toString('utf8').replace(/\n$/, '');
  }

  /** The object that a name leads to, like `v1.2.3^{commit}` or `HEAD:generated`; undefined: none. */
  async object(name: string): Promise<string | undefined> {
    const { code, out } = await this.try(['rev-parse', '--verify', '--quiet', name]);
    return code === 0 ? out.toString('utf8').trim() : undefined;
  }

  /** The commit that a tag names; undefined if there is none. */
  commitOf(tag: string): Promise<string | undefined> {
    return this.object(`refs/tags/${tag}^{commit}`);
  }

  /**
   * Runs a command whose refusal is an answer.
   *
   * @throws UsageError `GitMissing`
   */
  try(args: readonly string[], added: Added = {}): Promise<GitOutcome> {
    // git's words in one language, and no question where nobody answers
    const env = { ...this.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...added };
    const options = { env, encoding: 'buffer', maxBuffer: Infinity } as const;
    return new Promise((resolve, reject) => {
      const words = [...SETTINGS, '-C', this.folder, ...args];
      const child = execFile('git', words, options, (error, out, err) => {
        if (error?.code === 'ENOENT') {
          reject(new UsageError('GitMissing', 'git must be on PATH, got none; install git'));
        }
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err: String(err) });
      });
      child.stdin?.end();
    });
  }
}
