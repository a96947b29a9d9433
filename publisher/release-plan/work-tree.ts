import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../errors';
import { MOST_BYTES, readBytes } from '../../files';
import { digestOf } from '../archive';
import type { Git } from '../git';
import { GENERATED } from '../release';
import type * as disk from '../write-files';
import { entriesAt, entriesStaged, indexLines } from './release-commit';
import type { PreparedRelease, ReleasePlan } from './release-plan';

/** What writes files; a test puts in one that fails. */
export type Disk = Pick<typeof disk, 'putFile' | 'removeFile' | 'removeUnfinishedOf'>;

/**
 * Refuses to overwrite what is committed nowhere. What a release wrote before it was
 * interrupted is what it would write again.
 *
 * @param tree the tree of the release
 * @throws UsageError `DirtyWorkTree`
 */
export async function refuseDirty(git: Git, plan: ReleasePlan, tree: string): Promise<void> {
  const paths = plan.files.map(({ path }) => path);
  const [base, next, staged] = [
    await entriesAt(git, plan.base, paths),
    await entriesAt(git, tree, paths),
    await entriesStaged(git, paths),
  ];
  const dirty = plan.files.find(
    (file) =>
      ![file.before, file.after].includes(digestOnDisk(git, file.path)) ||
      ![base, next].some((entries) => entries.get(file.path)?.id === staged.get(file.path)?.id),
  );
  const other = await uncommitted(git, paths);
  const path = dirty?.path ?? other;
  if (path !== undefined) {
    throw new UsageError(
      'DirtyWorkTree',
      `${path} must be as it is committed, got changes that are not; commit them and plan again, or git restore --staged --worktree them`,
    );
  }
}

function digestOnDisk(git: Git, path: string): string | null {
  const file = join(git.folder, path);
  try {
    return existsSync(file) ? digestOf(readBytes(file, MOST_BYTES)) : null;
  } catch {
    return 'of no file that was committed';
  }
}

/** A file of what is generated that was committed and is another by now, beside some. */
async function uncommitted(git: Git, known: readonly string[]): Promise<string | undefined> {
  // what Terraform leaves behind is in no commit
  const status = ['status', '--porcelain', '-z', '--untracked-files=no', '--no-renames'];
  const lines = await git.text([...status, '--', GENERATED]);
  return lines
    .split('\0')
    .map((line) => line.slice(3))
    .find((path) => path !== '' && !known.includes(path));
}

/** Removes half-written files of a release that was interrupted. */
export function removeUnfinished(git: Git, plan: ReleasePlan, { removeUnfinishedOf }: Disk): void {
  for (const { path } of plan.files) {
    removeUnfinishedOf(join(git.folder, path));
  }
}

/** Brings the files and the index to what a release has, file by file, and leaves all others alone. */
export async function bringAlong(
  git: Git,
  { plan, texts }: PreparedRelease,
  tree: string,
  { putFile, removeFile }: Disk,
): Promise<void> {
  for (const { path, after } of plan.files) {
    const text = texts[path] ?? null;
    if (digestOnDisk(git, path) === after) {
      continue;
    }
    if (text === null) {
      removeFile(join(git.folder, path));
    } else {
      putFile(join(git.folder, path), text);
    }
  }
  const paths = plan.files.map(({ path }) => path);
  const input = indexLines(plan, await entriesAt(git, tree, paths));
  await git.run(['update-index', '-z', '--index-info'], { input });
  // tells git that these files are as the index has them; of others it may complain
  await git.try(['update-index', '-q', '--refresh']);
}
