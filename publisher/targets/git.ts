import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../../errors';
import { Git } from '../git';
import { movesFor } from '../git-registry/moves';
import { Remote, wordsOf } from '../git-registry/remote';
import type { Fetched, Move, Ref } from '../git-registry/remote';
import { repositoryAddress } from '../git-registry/repository-address';
import { refuseDirty } from '../git-registry/work-tree';
import type { Step } from '../plan';
import type { Surroundings } from '../surroundings';
import type { Parcel, Target, TargetKind } from '../target';

/** How often a push is tried while others push as well. */
const TRIES = 5;
const PAUSE_MILLISECONDS = 250;

/** What git says when another push is on its way. */
const OTHER_PUSH =
  /lock ref|\.lock'|fetch first|non-fast-forward|stale info|incorrect old value|failed to update ref/;

/** Releases as commits and tags of a git repository. */
export const git: TargetKind = {
  name: 'git',
  summary: 'a git repository: a commit and a tag for each release',
  options: [
    {
      flags: '--repository <address>',
      description: 'address or path of the repository, as git clone takes it',
    },
    {
      flags: '--branch <name>',
      description: 'branch that shows the newest release',
      default: 'main',
    },
  ],
  credentials: {},
  open: async ({ repository = '', branch = '' }, surroundings) => {
    const address = repositoryAddress(repository);
    await refuseBranchName(branch, surroundings);
    return new GitRegistry(new Remote(address, branch, surroundings.env), surroundings);
  },
};

/** A push that was not taken: what was there before, and what git said. */
interface Refusal {
  readonly refs: readonly Ref[];
  readonly err: string;
}

class GitRegistry implements Target {
  readonly destination: string;

  constructor(
    private readonly remote: Remote,
    private readonly surroundings: Surroundings,
  ) {
    this.destination = remote.address.shown;
  }

  async plan(parcel: Parcel): Promise<Step[]> {
    const moves = await this.remote.read((fetched) => this.moves(fetched, parcel));
    const { digest, bytes } = parcel.archives.tarball;
    return moves.map(({ ref }) =>
      ref.startsWith('refs/tags/')
        ? { action: 'tag', subject: parcel.release.tag, digest, bytes: bytes.length }
        : { action: 'update', subject: `branch ${this.remote.branch}` },
    );
  }

  /** Tag and branch go together, whichever step it is: nobody sees one without the other. */
  async perform(_step: Step, parcel: Parcel): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      const before = await this.attempt(parcel);
      if (before === undefined) {
        return;
      }
      const after = await this.remote.read(({ refs }) => Promise.resolve(refs));
      const isRace = !isDeepStrictEqual(after, before.refs) || OTHER_PUSH.test(before.err);
      if (!isRace || tried === TRIES) {
        throw new UsageError(
          'PushRefused',
          `${this.destination} must take ${parcel.release.tag}, got: ${wordsOf(before.err)}; let this user push there`,
        );
      }
      await setTimeout(PAUSE_MILLISECONDS * tried);
    }
  }

  /** Pushes what is missing. */
  private attempt(parcel: Parcel): Promise<Refusal | undefined> {
    return this.remote.read(async (fetched) => {
      const moves = await this.moves(fetched, parcel);
      if (moves.length === 0) {
        return undefined;
      }
      const { code, err } = await this.remote.push(fetched, moves);
      return code === 0 ? undefined : { refs: fetched.refs, err };
    });
  }

  private async moves(fetched: Fetched, parcel: Parcel): Promise<Move[]> {
    const { branch, address } = this.remote;
    const moves = await movesFor(fetched, branch, parcel);
    const isMoved = moves.some(({ ref }) => ref === `refs/heads/${branch}`);
    if (address.folder !== undefined && isMoved) {
      await refuseDirty(new Git(address.folder, this.surroundings.env), branch);
    }
    return moves;
  }
}

async function refuseBranchName(branch: string, { env }: Surroundings): Promise<void> {
  const { code } = await new Git('.', env).try(['check-ref-format', `refs/heads/${branch}`]);
  if (code !== 0) {
    throw new UsageError(
      'BranchName',
      `--branch must be a name that git takes, got "${branch}"; write it like main`,
    );
  }
}
