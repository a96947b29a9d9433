import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../../errors';
import { readText } from '../../files';
import type { Git } from '../git';
import { putFile } from '../write-files';
import { filesOf, projectAt } from './project-texts';
import type { PreparedRelease } from './release-plan';

/**
 * Makes a release: writes its files, commits them on the branch that is checked out, and tags
 * the commit. Run again after an interruption, it does what is left.
 *
 * @returns the commit
 * @throws UsageError `DetachedHead`, `BaseMoved`, `TagTaken` or `DirtyWorkTree` before
 *   anything is touched
 */
export async function applyRelease(git: Git, release: PreparedRelease): Promise<string> {
  const { plan, texts } = release;
  const branch = await branchOf(git);
  const head = await git.text(['rev-parse', 'HEAD']);
  const isMade = await isReleaseCommit(git, head, release);
  if (head !== plan.base && !isMade) {
    throw new UsageError(
      'BaseMoved',
      `${branch} must be at ${plan.base.slice(0, 12)}, which the plan is for, got ${head.slice(0, 12)}; plan again`,
    );
  }
  const isTagged = await refuseTaken(git, plan.tag, isMade ? head : undefined);
  await refuseDirty(git, isMade ? {} : texts);
  if (!isMade) {
    await writeTexts(git, texts);
    await git.run(['commit', '--quiet', '--message', plan.message]);
  }
  if (!isTagged) {
    // annotated: git push --follow-tags takes it along, and git describe sees it
    await git.run(['tag', '--annotate', '--message', plan.message, plan.tag]);
  }
  return git.text(['rev-parse', 'HEAD']);
}

async function branchOf(git: Git): Promise<string> {
  const { code, out } = await git.try(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (code !== 0) {
    throw new UsageError(
      'DetachedHead',
      'a branch must be checked out, got a detached HEAD; check the branch out that is released',
    );
  }
  return out.toString('utf8').trim();
}

/** Whoever made it: what a release is, is its files on its base. */
async function isReleaseCommit(
  git: Git,
  commit: string,
  { plan, texts }: PreparedRelease,
): Promise<boolean> {
  const found = await git.text(['show', '--no-patch', '--format=%P%n%B', commit]);
  if (found.trim() !== `${plan.base}\n${plan.message}`) {
    return false;
  }
  const diff = ['diff', '--name-only', '-z', '--no-renames', plan.base, commit];
  const changed = (await git.text(diff)).split('\0').filter((path) => path !== '');
  const files = filesOf(await projectAt(git, commit));
  return (
    isDeepStrictEqual(changed.sort(), Object.keys(texts).sort()) &&
    Object.entries(texts).every(([path, text]) => (files[path] ?? null) === text)
  );
}

/**
 * Refuses a tag that names something else.
 *
 * @param commit undefined: it must not be there at all
 * @returns whether it is there
 * @throws UsageError `TagTaken`
 */
export async function refuseTaken(git: Git, tag: string, commit?: string): Promise<boolean> {
  const there = await git.commitOf(tag);
  if (there !== undefined && there !== commit) {
    throw new UsageError(
      'TagTaken',
      `${tag} must be free, got a tag of the commit ${there.slice(0, 12)}; choose a greater --version, for a released one never changes`,
    );
  }
  return there !== undefined;
}

type Texts = PreparedRelease['texts'];

/**
 * Refuses a work tree with changes, but for what the release wrote before it was interrupted.
 *
 * @throws UsageError `DirtyWorkTree`
 */
async function refuseDirty(git: Git, texts: Texts): Promise<void> {
  const status = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all'];
  const lines = (await git.text(status)).split('\0').filter((line) => line !== '');
  const isOurs = (path: string): boolean => {
    const file = join(git.folder, path);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    return path in texts && (isFile ? readText(file) : null) === texts[path];
  };
  const dirty = lines
    .map((line) => ({ isUntracked: line.startsWith('??'), path: line.slice('?? '.length) }))
    .find(({ isUntracked, path }) => (!isUntracked || path in texts) && !isOurs(path));
  if (dirty !== undefined) {
    throw new UsageError(
      'DirtyWorkTree',
      `${dirty.path} must be as it is committed, got changes that are not; commit them and plan again, or git restore --staged --worktree them`,
    );
  }
}

/** Writes and stages files, and removes those that go. */
async function writeTexts(git: Git, texts: Texts): Promise<void> {
  const entries = Object.entries(texts);
  const gone = entries.flatMap(([path, text]) => (text === null ? [path] : []));
  const written = entries.flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
  for (const { path, text } of written) {
    putFile(join(git.folder, path), text);
  }
  await git.run(['add', '--force', '--', ...written.map(({ path }) => path)]);
  if (gone.length > 0) {
    await git.run(['rm', '--quiet', '--force', '--ignore-unmatch', '--', ...gone]);
  }
}
