import { UsageError } from '../../errors';
import { archivesOf } from '../archive';
import type { Environment } from '../credentials';
import { RegistryClone } from '../git-registry/registry-clone';
import { repositoryAddress } from '../git-registry/repository-address';
import type { RepositoryAddress } from '../git-registry/repository-address';
import type { Task } from '../plan';
import { filesAt } from '../release';
import type { Parcel, Target, TargetKind } from '../target';
import { refuseTaken } from '../version-taken';

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
  open: ({ repository = '', branch = '' }, env) =>
    new GitRegistry(repositoryAddress(repository), branch, env),
};

class GitRegistry implements Target {
  readonly destination: string;

  constructor(
    private readonly address: RepositoryAddress,
    private readonly branch: string,
    private readonly env: Environment,
  ) {
    this.destination = address.shown;
  }

  async plan(parcel: Parcel): Promise<Task[]> {
    const refs = await this.inClone((clone) => this.missing(clone, parcel));
    const { digest, bytes } = parcel.archives.tarball;
    const run = () => this.push(parcel);
    return refs.map((ref) =>
      ref.startsWith('refs/tags/')
        ? { action: 'tag', subject: parcel.release.tag, digest, bytes: bytes.length, run }
        : { action: 'update', subject: `branch ${this.branch}`, run },
    );
  }

  /** Tag and branch go together, whichever task it is: nobody sees one without the other. */
  private async push(parcel: Parcel): Promise<void> {
    const refusal = await this.inClone(async (clone) => {
      const refs = await this.missing(clone, parcel);
      return refs.length === 0 ? undefined : clone.push(refs);
    });
    // another publisher of the same release may have been faster
    if (refusal !== undefined && (await this.plan(parcel)).length > 0) {
      throw new UsageError(
        'PushRefused',
        `${this.destination} must take ${parcel.release.tag}, got: ${refusal}; let this user push there, and run this again if others pushed meanwhile`,
      );
    }
  }

  private inClone<T>(work: (clone: RegistryClone) => Promise<T>): Promise<T> {
    return RegistryClone.of(this.address, this.branch, this.env, work);
  }

  /** What is to be pushed, after it is made in the clone. */
  private async missing(clone: RegistryClone, { release, archives }: Parcel): Promise<string[]> {
    const there = await clone.git.commitOf(release.tag);
    if (there === undefined) {
      return clone.make(release);
    }
    const { tarball } = await archivesOf(await filesAt(clone.git, there, ''));
    const ours = archives.tarball.digest;
    refuseTaken('the registry repository', release.tag, tarball.digest, ours);
    return [];
  }
}
