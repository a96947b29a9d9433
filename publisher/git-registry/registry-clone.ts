import { join } from 'node:path';
import { gt, prerelease, rsort, valid } from 'semver';
import { UsageError } from '../../errors';
import { withoutPassword } from '../addresses';
import type { Environment } from '../credentials';
import { Git } from '../git';
import type { Release } from '../release';
import { leads } from '../version';
import { inTemporaryFolder, putFile } from '../write-files';
import type { RepositoryAddress } from './repository-address';

/** Whose commits those of a release are: everybody who publishes it makes the same commit. */
export const EMAIL = 'ssm-iam@registry.invalid';

/** No template of the user has a part in what is made. */
const CLONE = ['clone', '--quiet', '--template='];

/** A clone of the registry repository, in a folder that is gone when the work is done. */
export class RegistryClone {
  private constructor(
    readonly git: Git,
    private readonly branch: string,
  ) {}

  /**
   * Clones the repository and does some work there.
   *
   * @throws UsageError `RepositoryUnread` with what git said
   */
  static async of<T>(
    address: RepositoryAddress,
    branch: string,
    env: Environment,
    work: (clone: RegistryClone) => Promise<T>,
  ): Promise<T> {
    return inTemporaryFolder(async (folder) => {
      const git = new Git(folder, env);
      const { code, err } = await git.try([...CLONE, '--no-checkout', '--', address.url, '.']);
      if (code !== 0) {
        throw new UsageError(
          'RepositoryUnread',
          `--repository must be a git repository that can be read, got ${address.shown}: ${wordsOf(err)}; correct the address, or what git says`,
        );
      }
      return work(new RegistryClone(git, branch));
    });
  }

  /**
   * Commits and tags a release, here in the clone. The tree of the commit is the
   * release; its parent is the release before it, if there is one, or the one that the
   * branch shows. The branch goes there unless it shows a newer release; what others added
   * to the branch is merged.
   *
   * @returns the refs to push
   * @throws UsageError `ForeignRepository` or `ForeignChange`
   */
  async make(release: Release): Promise<string[]> {
    const tip = await this.git.object(`refs/remotes/origin/${this.branch}^{commit}`);
    const onBranch = tip === undefined ? [] : await this.releases(['--merged', tip]);
    if (tip !== undefined && onBranch.length === 0) {
      throw new UsageError(
        'ForeignRepository',
        `${this.branch} must hold nothing but releases of ssm-iam before one comes there, got a branch without any; publish into an empty repository, or name another branch with --branch`,
      );
    }
    const isShown = leads(release.version, onBranch);
    const first = isShown ? onBranch[0] : undefined;
    await this.commit(release, before(release.version, await this.releases()) ?? first);
    if (!isShown) {
      return [`refs/tags/${release.tag}`];
    }
    if (tip !== undefined) {
      await this.refuseForeign(onBranch, tip);
    }
    await this.own(
      release,
      'checkout',
      '--quiet',
      '-B',
      this.branch,
      tip ?? `refs/tags/${release.tag}`,
    );
    await this.merge(release);
    return [`refs/tags/${release.tag}`, `refs/heads/${this.branch}`];
  }

  /** Pushes refs, all of them or none. @returns what git said if they were not taken */
  async push(refs: readonly string[]): Promise<string | undefined> {
    const { code, err } = await this.git.try(['push', '--atomic', 'origin', ...refs]);
    return code === 0 ? undefined : wordsOf(err);
  }

  /** Versions that ssm-iam committed, newest first. A tag of them may be somebody else's. */
  private async releases(which: readonly string[] = []): Promise<string[]> {
    const format = '--format=%(refname:strip=2) %(committeremail)%(*committeremail)';
    const list = await this.git.text(['for-each-ref', format, ...which, 'refs/tags/v*']);
    const versions = list
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([tag = '', email]) => (email === `<${EMAIL}>` ? [tag.slice(1)] : []));
    return rsort(versions.filter((version) => valid(version) === version));
  }

  private async commit(release: Release, parent: string | undefined): Promise<void> {
    const start =
      parent === undefined ? ['--orphan', 'release'] : ['--detach', `refs/tags/v${parent}`];
    await this.own(release, 'checkout', '--quiet', ...start);
    await this.own(release, 'rm', '-r', '--force', '--quiet', '--ignore-unmatch', '.');
    for (const [path, text] of Object.entries(release.files)) {
      putFile(join(this.git.folder, path), text);
    }
    await this.own(release, 'add', '--all', '--force');
    const message = `ssm-iam ${release.version}\n\nSource-Commit: ${release.commit}`;
    await this.own(release, 'commit', '--quiet', '--allow-empty', '--message', message);
    await this.own(release, 'tag', '--annotate', '--message', release.tag, release.tag);
  }

  /** Git may merge what others did to files of the release that the branch shows; nobody would see it. */
  private async refuseForeign(onBranch: readonly string[], tip: string): Promise<void> {
    const shown = onBranch.find((version) => leads(version, onBranch));
    // all but what was added
    const diff = ['diff', '--name-only', '--no-renames', '--diff-filter=a'];
    const paths = await this.git.text([...diff, `refs/tags/v${shown ?? ''}`, tip]);
    if (paths !== '') {
      throw this.foreignChange(paths.split('\n').join(', '));
    }
  }

  private foreignChange(found: string): UsageError {
    return new UsageError(
      'ForeignChange',
      `the files of a release must be on ${this.branch} as ssm-iam wrote them, got other ones: ${found}; undo that on ${this.branch}, and change the project instead`,
    );
  }

  private async merge(release: Release): Promise<void> {
    const message = `Merge ssm-iam ${release.version}`;
    const merge = ['merge', '--quiet', '--message', message, `refs/tags/${release.tag}`];
    const { code, err } = await this.git.try(merge, authorOf(release));
    if (code !== 0) {
      const unmerged = await this.git.text(['diff', '--name-only', '--diff-filter=U']);
      throw this.foreignChange(unmerged === '' ? wordsOf(err) : unmerged.split('\n').join(', '));
    }
  }

  private own(release: Release, ...args: readonly string[]): Promise<Buffer> {
    return this.git.run(args, authorOf(release));
  }
}

/** The name and the time of the release, and none of the settings of the user. */
function authorOf({ date }: Release): Record<string, string> {
  const who = Object.entries({ NAME: 'ssm-iam', EMAIL, DATE: date });
  return {
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) =>
        who.map(([name, value]) => [`GIT_${role}_${name}`, value]),
      ),
    ),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
}

/** The release that a version follows; a release follows no candidate, which its branch may never have shown. */
const before = (version: string, versions: readonly string[]): string | undefined =>
  versions.find(
    (other) => gt(version, other) && (prerelease(version) !== null || prerelease(other) === null),
  );

/** What git and the server said, on one line. */
export const wordsOf = (err: string): string =>
  withoutPassword(err)
    .split('\n')
    .map((line) => line.replace(/^(remote|fatal|error|hint): */, '').trim())
    .filter((line) => line !== '')
    .join('; ');
