import { UsageError } from '../errors';
import { MOST_BYTES } from '../files';
import type { Files } from '../files';
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

/**
 * Reads the release of a version.
 *
 * @throws UsageError `NoRelease` if there is no such tag, `TagVersion` if it
 * names something else than that version
 */
export async function readRelease(git: Git, version: string): Promise<Release> {
  const tag = tagOf(version);
  const { code, out } = await git.try([
    'rev-parse',
    '--verify',
    '--quiet',
    `refs/tags/${tag}^{commit}`,
  ]);
  if (code !== 0) {
    throw new UsageError(
      'NoRelease',
      `a release must have its tag, got no tag ${tag} in ${git.folder}; run node dist/publisher/cli.js release apply, or fetch the tags`,
    );
  }
  const commit = out.toString('utf8').trim();
  await refuseOtherVersion(git, tag, commit, version);
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
 * The files below a folder of a commit, by their paths there.
 *
 * @param folder empty: all files
 */
export async function filesAt(git: Git, commit: string, folder: string): Promise<Files> {
  const within = folder === '' ? '' : `${folder}/`;
  const paths = within === '' ? [] : [within];
  const list = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit, ...paths]);
  const entries = list
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => /^\d+ \w+ (?<id>\w+)\t(?<path>.*)$/s.exec(line)?.groups ?? {});
  const texts = await blobs(
    git,
    entries.map(({ id = '', path = '' }) => ({ id, path: `${commit}:${path}` })),
  );
  return Object.fromEntries(
    entries.map(({ path = '' }, index) => [path.slice(within.length), texts[index] ?? '']),
  );
}

/** A file of a commit: its object as git names it, and what messages call it. */
export interface Blob {
  readonly id: string;
  readonly path: string;
}

/**
 * The texts of some files, in their order.
 *
 * @throws UsageError `CommittedFile` if one is missing, or too large to be a file of a project
 */
export async function blobs(git: Git, files: readonly Blob[]): Promise<string[]> {
  const input = files.map(({ id }) => `${id}\n`).join('');
  const sizes = (await git.text(['cat-file', '--batch-check=%(objectsize)'], { input })).split(
    '\n',
  );
  // of what is not there git tells no number
  const wrong = files.find((_, index) => !(Number(sizes[index]) <= MOST_BYTES));
  if (wrong !== undefined) {
    throw new UsageError(
      'CommittedFile',
      `${wrong.path} must be a file of at most ${MOST_BYTES} bytes, got none or a larger one; correct what is committed`,
    );
  }
  const out = await git.run(['cat-file', '--batch'], { input });
  let at = 0;
  return files.map(() => {
    const end = out.indexOf('\n', at);
    const size = Number(out.toString('utf8', at, end).split(' ')[2]);
    at = end + 1 + size + 1;
    return out.toString('utf8', end + 1, end + 1 + size);
  });
}

async function refuseOtherVersion(
  git: Git,
  tag: string,
  commit: string,
  version: string,
): Promise<void> {
  const path = 'package.json';
  const [found = ''] = await blobs(git, [{ id: `${commit}:${path}`, path: `${tag}:${path}` }]);
  const there = versionIn(`${tag}:${path}`, found);
  if (there !== version) {
    throw new UsageError(
      'TagVersion',
      `${tag} must name a commit of version ${version}, got one of ${there}; delete the tag and run node dist/publisher/cli.js release apply, which sets both`,
    );
  }
}

const utcSecond = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
