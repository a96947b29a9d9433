import { UsageError } from '../../errors';
import type { Git } from '../git';
import * as disk from '../write-files';
import { writeCommit, writeTag, writeTree } from './release-commit';
import type { PreparedRelease, ReleasePlan } from './release-plan';
import { bringAlong, refuseDirty, removeUnfinished } from './work-tree';
import type { Disk } from './work-tree';

/**
 * Makes a release: a commit on the branch that is checked out, its tag, and the files in
 * the work tree. Branch and tag move together. Run again after an interruption, it does
 * what is left and comes to the same.
 *
 * @returns the commit
 * @throws UsageError `DetachedHead`, `BaseMoved`, `TagTaken` or `DirtyWorkTree` before
 *   anything is touched
 */
export async function applyRelease(
  git: Git,
  release: PreparedRelease,
  writer: Disk = disk,
): Promise<string> {
  const { plan } = release;
  const branch = await branchOf(git);
  const head = await git.text(['rev-parse', 'HEAD']);
  // objects that nothing names are nothing to anybody
  const tree = await writeTree(git, release);
  const isMade = head !== plan.base && (await isReleaseCommit(git, head, plan, tree));
  if (head !== plan.base && !isMade) {
    throw new UsageError(
      'BaseMoved',
      `${branch.replace('refs/heads/', '')} must be at ${plan.base.slice(0, 12)}, which the plan is for, got ${head.slice(0, 12)}; plan again`,
    );
  }
  const commit = isMade ? head : await writeCommit(git, plan, tree);
  const isTagged = await refuseTaken(git, plan.tag, commit);
  removeUnfinished(git, plan, writer);
  await refuseDirty(git, plan, tree);
  const moves = [
    ...(isMade ? [] : [`update ${branch} ${commit} ${plan.base}`]),
    ...(isTagged ? [] : [`create refs/tags/${plan.tag} ${await writeTag(git, plan, commit)}`]),
  ];
  await moveRefs(git, plan, moves);
  await bringAlong(git, release, tree, writer);
  return commit;
}

async function branchOf(git: Git): Promise<string> {
  const { code, out } = await git.try(['symbolic-ref', '--quiet', 'HEAD']);
  if (code !== 0) {
    throw new UsageError(
      'DetachedHead',
      'a branch must be checked out, got a detached HEAD; check the branch out that is released',
    );
  }
  return out.toString('utf8').trim();
}

/** Whoever made it: what a release is, is its tree on its base. */
async function isReleaseCommit(
  git: Git,
  commit: string,
  { base, message }: ReleasePlan,
  tree: string,
): Promise<boolean> {
  const found = await git.text(['show', '--no-patch', '--format=%P%n%T%n%B', commit]);
  return found.trim() === [base, tree, message].join('\n');
}

/**
 * Refuses a tag that names something else.
 *
 * @param commit undefined: it must not be there at all
 * @returns whether it is there
 * @throws UsageError `TagTaken`
 */
export async function refuseTaken(git: Git, tag: string, commit?: string): Promise<boolean> {
  const name = `refs/tags/${tag}^{commit}`;
  const { code, out } = await git.try(['rev-parse', '--verify', '--quiet', name]);
  const there = out.toString('utf8').trim();
  if (code === 0 && there !== commit) {
    throw new UsageError(
      'TagTaken',
      `${tag} must be free, got a tag of the commit ${there.slice(0, 12)}; choose a greater --version, for a released one never changes`,
    );
  }
  return code === 0;
}

/** All of them or none: who reads the repository never sees the branch without the tag. */
async function moveRefs(git: Git, plan: ReleasePlan, moves: readonly string[]): Promise<void> {
  if (moves.length === 0) {
    return;
  }
  const input = ['start', ...moves, 'prepare', 'commit'].map((line) => `${line}\n`).join('');
  await git.run(['update-ref', '-m', plan.message, '--stdin'], { input });
}
