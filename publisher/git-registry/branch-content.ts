import { UsageError } from '../../errors';
import type { Git } from '../git';
import type { Changes, Entry } from './commits';

type Tree = ReadonlyMap<string, Entry>;

/** Three commits: the branch, the release that it holds, and the one that is to come. */
export interface Sides {
  readonly tip: string;
  readonly base: string;
  readonly released: string;
}

const SHOWN = 5;

/**
 * What a release changes on a branch to which others added files. Files that
 * are of no release stay as they are.
 *
 * @throws UsageError `ForeignChange` if others changed what a release brings
 */
export async function changesOn(git: Git, branch: string, sides: Sides): Promise<Changes> {
  const [tip, base, released] = await Promise.all(
    [sides.tip, sides.base, sides.released].map((commit) => treeOf(git, commit)),
  );
  if (tip === undefined || base === undefined || released === undefined) {
    throw new Error('unreachable: three commits have three trees');
  }
  const isOther = ([path, entry]: readonly [string, Entry]): boolean =>
    tip.get(path) !== entry && tip.get(path) !== released.get(path);
  const changed = [...base].filter(isOther);
  const added = [...tip].filter(([path, entry]) => !base.has(path) && released.get(path) !== entry);
  const inTheWay = inTheWayOf(
    released,
    added.map(([path]) => path),
  );
  const paths = [...changed.map(([path]) => path), ...inTheWay].sort();
  if (paths.length > 0) {
    const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
    throw new UsageError(
      'ForeignChange',
      `the files of a release must be on ${branch} as ssm-iam wrote them, got other ones: ${paths.slice(0, SHOWN).join(', ')}${more}; undo that on ${branch}, and change the project instead`,
    );
  }
  return {
    remove: [...base.keys()].filter((path) => tip.has(path) && !released.has(path)),
    put: new Map([...released].filter(([path, entry]) => tip.get(path) !== entry)),
  };
}

/** Of files that are of no release those that stand where one of a release comes, or a folder of one. */
function inTheWayOf(released: Tree, others: readonly string[]): string[] {
  const files = new Set(released.keys());
  const folders = new Set([...files].flatMap(foldersOf));
  return others.filter(
    (path) =>
      files.has(path) || folders.has(path) || foldersOf(path).some((folder) => files.has(folder)),
  );
}

const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'));

async function treeOf(git: Git, commit: string): Promise<Tree> {
  const list = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const lines = list.split('\0').filter((line) => line !== '');
  return new Map(
    lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
}
