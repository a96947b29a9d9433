import { UsageError } from '../errors';
import type { Files } from '../files';
import { untar } from './archive-contents';
import type { Git } from './git';
import { tagOf, versionIn } from './version';

/** The folder of a project that holds the registry repository. */
export const GENERATED = 'generated';

/** What a release brought, as its tag holds it: the work tree plays no part. */
export interface Release {
  /** Like `1.2.3`. */
  readonly version: string;
  /** Like `v1.2.3`. */
  readonly tag: string;
  /** The commit that the tag names, in full. */
  readonly commit: string;
  /** When that was committed: UTC, to the second, as in RFC 3339. */
  readonly date: string;
  /** The content of the registry repository: what lies below `generated/`, by the paths there. */
  readonly files: Files;
}

type ReleaseCommit = Pick<Release, 'commit' | 'tag'>;

/**
 * Reads the release of a version.
 *
 * @throws UsageError `NoRelease` if there is no such tag, `TagVersion` if it
 * names something else than that version
 */
export async function readRelease(git: Git, version: string): Promise<Release> {
  const tag = tagOf(version);
  const commit = await git.commitOf(tag);
  if (commit === undefined) {
    throw new UsageError(
      'NoRelease',
      `a release must have its tag, got no tag ${tag} in ${git.folder}; run node dist/publisher/cli.js release apply, or fetch the tags`,
    );
  }
  await refuseOtherVersion(git, { tag, commit }, version);
  const files = await filesAt(git, commit, GENERATED);
  if (Object.keys(files).length === 0) {
    throw new UsageError(
      'NoRelease',
      `a release must hold ${GENERATED}/, got none at ${tag}; run npm run generate, commit, and release that`,
    );
  }
  const date = await git.text(['show', '--no-patch', '--format=%ct', commit]);
  return { version, tag, commit, date: utcSecond(Number(date)), files };
}

/**
 * The files below a folder of a commit, by their paths there; none if there is no such folder.
 *
 * @param folder empty: all files
 */
export async function filesAt(git: Git, commit: string, folder: string): Promise<Files> {
  const tree = await git.object(folder === '' ? commit : `${commit}:${folder}`);
  // line breaks as they are committed
  const archive = ['-c', 'core.autocrlf=false', 'archive', '--format=tar'];
  return tree === undefined ? {} : untar(await git.run([...archive, tree]));
}

/** A file of a commit; undefined if it has none. */
export async function textAt(git: Git, commit: string, path: string): Promise<string | undefined> {
  const { code, out } = await git.try(['show', `${commit}:${path}`]);
  return code === 0 ? out.toString('utf8') : undefined;
}

/** @throws UsageError `CommittedFile` if a release has no such file */
export async function textOf(
  git: Git,
  { commit, tag }: ReleaseCommit,
  path: string,
): Promise<string> {
  const text = await textAt(git, commit, path);
  if (text === undefined) {
    throw new UsageError(
      'CommittedFile',
      `${tag}:${path} must be committed, got no such file; release a commit that has it`,
    );
  }
  return text;
}

async function refuseOtherVersion(
  git: Git,
  release: ReleaseCommit,
  version: string,
): Promise<void> {
  const { tag } = release;
  const path = 'package.json';
  const there = versionIn(`${tag}:${path}`, await textOf(git, release, path));
  if (there !== version) {
    throw new UsageError(
      'TagVersion',
      `${tag} must name a commit of version ${version}, got one of ${there}; delete the tag and run node dist/publisher/cli.js release apply, which sets both`,
    );
  }
}

const utcSecond = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
