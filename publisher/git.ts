import { spawn } from 'node:child_process';
import { UsageError, reasonOf } from '../errors';
import { withoutPassword } from './addresses';
import type { Environment } from './credentials';

export interface GitOptions {
  /** What the command reads. */
  readonly input?: string | Buffer;
  /** Environment variables beside those that are there. */
  readonly env?: Readonly<Record<string, string>>;
}

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
  async run(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
    const { code, out, err } = await this.try(args, options);
    if (code !== 0) {
      throw new UsageError(
        'GitFailed',
        `git ${args[0] ?? ''} must succeed in ${this.folder}, got exit code ${code}: ${reasonOf(withoutPassword(err.trim()))}; mend what git says and run this again`,
      );
    }
    return out;
  }

  /** The text that a command prints, without the line break at its end. */
  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    return (await this.run(args, options)).toString('utf8').replace(/\n$/, '');
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
  try(args: readonly string[], { input = '', env = {} }: GitOptions = {}): Promise<GitOutcome> {
    const child = spawn('git', [...SETTINGS, '-C', this.folder, ...args], {
      // git's words in one language, and no question where nobody answers
      env: { ...this.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
    });
    return new Promise((resolve, reject) => {
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', () => {
        reject(new UsageError('GitMissing', 'git must be on PATH, got none; install git'));
      });
      child.on('close', (code) => {
        resolve({
          code: code ?? 1,
          out: Buffer.concat(out),
          err: Buffer.concat(err).toString('utf8'),
        });
      });
      // a command that reads nothing may be gone before it is told so
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}
