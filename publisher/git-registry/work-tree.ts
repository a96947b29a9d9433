import { UsageError } from '../../errors';
import type { Git } from '../git';

/**
 * Refuses a clone whose work tree shows the branch, with changes: it would have
 * to be moved with the branch.
 *
 * @param clone the folder of the repository
 * @throws UsageError `DirtyRepository`
 */
export async function refuseDirty(clone: Git, branch: string): Promise<void> {
  const inside = await clone.try(['rev-parse', '--is-inside-work-tree']);
  const head = await clone.try(['symbolic-ref', '--quiet', 'HEAD']);
  const shows = head.out.toString('utf8').trim() === `refs/heads/${branch}`;
  if (inside.out.toString('utf8').trim() !== 'true' || !shows) {
    return;
  }
  // looking takes no lock that somebody at work would stumble over
  const status = ['--no-optional-locks', 'status', '--porcelain', '--untracked-files=no'];
  const changes = await clone.text(status);
  if (changes !== '') {
    const [first = ''] = changes.split('\n');
    throw new UsageError(
      'DirtyRepository',
      `${clone.folder} must have no changes on ${branch}, got some (${first.slice(3)}); commit or stash them, or check out another branch`,
    );
  }
}
