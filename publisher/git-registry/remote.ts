import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../../errors';
import { withoutPassword } from '../addresses';
import { Git } from '../git';
import type { GitOutcome } from '../git';
import type { Surroundings } from '../surroundings';
import { inTemporaryFolder } from '../write-files';
import type { RepositoryAddress } from './repository-address';

/** A ref of the repository, and the commit that it is to name. */
export interface Move {
  readonly ref: string;
  readonly to: string;
}

/** Something that names a commit, itself or by a tag of its own. */
export interface Ref {
  readonly ref: string;
  readonly commit: string;
  /** Who made the commit, by the address in angle brackets. */
  readonly committer: string;
}

/** What the repository holds, fetched into a folder of this machine. */
export interface Fetched {
  /** Commits can be made here, and tags be read. */
  readonly git: Git;
  /** The tip of the branch, if the branch is there. */
  readonly tip: string | undefined;
  /** The branch and the tags of versions: another push changes one of them. */
  readonly refs: readonly Ref[];
}

/** Where the tip of the branch is kept while it is looked at. */
const TIP = 'refs/there/branch';

/** No cleaning up behind our back, in a folder that is removed at once. */
const QUIET = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];

/** What git says when asking again may help. */
const NETWORK =
  /could not resolve host|connection (reset|refused|timed out|closed)|operation timed out|early eof|requested url returned error: (429|5\d\d)/i;

const TRIES = 3;
const PAUSE_MILLISECONDS = 1000;

/** The registry repository, wherever it is. */
export class Remote {
  constructor(
    readonly address: RepositoryAddress,
    readonly branch: string,
    private readonly env: Surroundings['env'],
  ) {}

  /**
   * Does some work on what is there.
   *
   * @throws UsageError `RepositoryUnread` with what git said
   */
  async read<T>(work: (fetched: Fetched) => Promise<T>): Promise<T> {
    return inTemporaryFolder(async (folder) => {
      const git = new Git(folder, this.env);
      await git.run(['init', '--quiet', '--bare', '--template=']);
      await this.fetch(git);
      const refs = await refsOf(git);
      const tip = refs.find(({ ref }) => ref === TIP)?.commit;
      return work({ git, tip, refs });
    });
  }

  /**
   * Moves refs, all of them or none, and none backwards. A work tree of the
   * branch is moved with it if nothing is changed there.
   */
  async push({ git }: Fetched, moves: readonly Move[]): Promise<GitOutcome> {
    const receiving =
      this.address.folder === undefined
        ? []
        : ['--receive-pack=git -c receive.denyCurrentBranch=updateInstead receive-pack'];
    return git.try([
      'push',
      '--atomic',
      // hooks of the user are about what the user commits
      '--no-verify',
      ...receiving,
      this.address.url,
      ...moves.map(({ ref, to }) => `${to}:${ref}`),
    ]);
  }

  private async fetch(git: Git): Promise<void> {
    const branch = `refs/heads/${this.branch}`;
    const list = await this.ask(git, ['ls-remote', '--', this.address.url, branch, 'refs/tags/v*']);
    const refs = list.split('\n').map((line) => line.split('\t')[1]);
    const wanted = [
      ...(refs.includes(branch) ? [`+${branch}:${TIP}`] : []),
      ...(refs.some((ref) => ref?.startsWith('refs/tags/v')) ? ['+refs/tags/v*:refs/tags/v*'] : []),
    ];
    if (wanted.length > 0) {
      const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--update-shallow'];
      await this.ask(git, [...QUIET, 'fetch', ...options, '--', this.address.url, ...wanted]);
    }
  }

  /** Runs a command that reads the repository, again after a while if the network is in the way. */
  private async ask(git: Git, args: readonly string[]): Promise<string> {
    for (let tried = 1; ; tried += 1) {
      const { code, out, err } = await git.try(args);
      if (code === 0) {
        return out.toString('utf8');
      }
      if (tried === TRIES || !NETWORK.test(err)) {
        throw new UsageError(
          'RepositoryUnread',
          `--repository must be a git repository that can be read, got ${this.address.shown}: ${wordsOf(err)}; correct the address, or what git says`,
        );
      }
      await setTimeout(PAUSE_MILLISECONDS * tried);
    }
  }
}

/**
 * Branches and tags, as git sorts them.
 *
 * @param which arguments that choose among them
 */
export async function refsOf(git: Git, which: readonly string[] = []): Promise<Ref[]> {
  const fields = ['refname', 'objectname', 'committeremail', '*objectname', '*committeremail'];
  const format = fields.map((field) => `%(${field})`).join(' ');
  const list = await git.text(['for-each-ref', `--format=${format}`, ...which]);
  return list.split('\n').flatMap((line) => {
    const [ref = '', ...commits] = line.split(' ').filter((word) => word !== '');
    const [commit, committer] = commits.slice(-2);
    return commit === undefined || committer === undefined ? [] : [{ ref, commit, committer }];
  });
}

/** What git and the server said, on one line. */
export const wordsOf = (err: string): string =>
  withoutPassword(err)
    .split('\n')
    .map((line) => line.replace(/^(remote|fatal|error|hint): */, '').trim())
    .filter((line) => line !== '')
    .join('; ');
