import { compare, gt, valid } from 'semver';
import { UsageError } from '../../errors';
import { archivesOf } from '../archive';
import type { Git } from '../git';
import { filesAt } from '../release';
import type { Parcel } from '../target';
import { leads } from '../version';
import { versionTaken } from '../version-taken';
import { changesOn } from './branch-content';
import { EMAIL, commitRelease, mergeRelease } from './commits';
import { refsOf } from './remote';
import type { Fetched, Move, Ref } from './remote';

/** What the name of a version follows in the ref of its tag. */
const TAGS = 'refs/tags/v';

/** A release in the registry repository. */
interface Published {
  readonly version: string;
  readonly commit: string;
}

/**
 * What has to move in a registry repository until it holds a release: the tag,
 * and the branch unless it holds a newer release. The commits are made, and
 * nothing is pushed.
 *
 * @returns nothing if the release is there
 * @throws UsageError `VersionTaken`, `ForeignRepository` or `ForeignChange`
 */
export async function movesFor(
  { git, tip, refs }: Fetched,
  branch: string,
  parcel: Parcel,
): Promise<Move[]> {
  const { release } = parcel;
  const before = publishedIn(refs)
    .filter(({ version }) => gt(release.version, version))
    .at(-1);
  const made = await commitRelease(git, release, before?.commit);
  const there = refs.find(({ ref }) => ref === TAGS + release.version)?.commit;
  if (there !== undefined && there !== made) {
    await refuseOther(git, there, made, parcel);
  }
  const released = there ?? made;
  const target = await branchTarget(git, branch, { tip, released }, parcel);
  return [
    ...(there === undefined ? [{ ref: `refs/tags/${release.tag}`, to: released }] : []),
    ...(target === undefined ? [] : [{ ref: `refs/heads/${branch}`, to: target }]),
  ];
}

/** Where the branch goes; undefined: it stays. */
async function branchTarget(
  git: Git,
  branch: string,
  { tip, released }: { readonly tip: string | undefined; readonly released: string },
  { release }: Parcel,
): Promise<string | undefined> {
  if (tip === undefined) {
    return released;
  }
  const onBranch = publishedIn(await refsOf(git, ['--merged', tip]));
  const versions = onBranch.map(({ version }) => version);
  const base = onBranch.find(({ version }) => leads(version, versions));
  if (base === undefined) {
    throw new UsageError(
      'ForeignRepository',
      `${branch} must hold nothing but releases of ssm-iam before one comes there, got a branch without any; publish into an empty repository, name another branch with --branch, or fetch the tags of a clone`,
    );
  }
  if (!leads(release.version, versions) || (await isIn(git, released, tip))) {
    return undefined;
  }
  if (await isIn(git, tip, released)) {
    return released;
  }
  const changes = await changesOn(git, branch, { tip, base: base.commit, released });
  return mergeRelease(git, release, [tip, released], changes);
}

const isIn = async (git: Git, older: string, newer: string): Promise<boolean> =>
  older === newer || (await git.try(['merge-base', '--is-ancestor', older, newer])).code === 0;

/** The releases that ssm-iam made, oldest version first. */
const publishedIn = (refs: readonly Ref[]): Published[] =>
  refs
    .filter(({ ref, committer }) => ref.startsWith(TAGS) && committer === `<${EMAIL}>`)
    .map(({ ref, commit }) => ({ version: ref.slice(TAGS.length), commit }))
    .filter(({ version }) => valid(version) === version)
    .sort((a, b) => compare(a.version, b.version));

async function refuseOther(
  git: Git,
  there: string,
  made: string,
  { release, archives }: Parcel,
): Promise<void> {
  const [theirTree, ourTree] = await Promise.all(
    [there, made].map((commit) => git.text(['rev-parse', `${commit}^{tree}`])),
  );
  if (theirTree === ourTree) {
    return;
  }
  const { tarball } = await archivesOf(await filesAt(git, there, ''));
  const ours = archives.tarball.digest;
  // an archive knows nothing of modes and links
  const [got, wanted] =
    tarball.digest === ours
      ? [`tree ${theirTree ?? ''}`, `tree ${ourTree ?? ''}`]
      : [tarball.digest, ours];
  throw versionTaken('the registry repository', release.tag, got, wanted);
}
