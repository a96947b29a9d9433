import { mkdtempSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kill, pid } from 'node:process';
import { isErrno, makeFolder, whileWriting } from '../files';
import type { TreeChanges } from './compare';
import { json } from './emit/json';
import { STAGE, refuseForeign } from './foreign-files';
import { filesOf } from './tree';
import type { Tree } from './tree';
import { WRITTEN_LIST, readWrittenList, writtenList } from './written-list';

/** While this file lies in a module, Terraform refuses to read old and new files as one. */
export const UNFINISHED = 'unfinished.tf.json';

const REFUSAL = json({
  'ssm-iam generate was stopped while it wrote this folder; run it again': {},
});

/**
 * Makes the changes that `compareTree` found. Killed at any moment, it leaves
 * each module old, new, or refused by Terraform, and the next run completes it.
 *
 * @throws UsageError `ForeignFolder` or `ForeignFile` before anything is written, if
 *   something in the way was not written by the generator; `CannotWrite`
 */
export function writeTree(out: string, tree: Tree, changes: TreeChanges): void {
  const { modules, list, isListed, written } = changes;
  const pending = modules.filter(({ kind }) => kind !== 'keep');
  if (pending.length === 0 && isListed) {
    return;
  }
  const wanted = filesOf(tree);
  const differing = pending.flatMap(({ files }) => files);
  const put = differing.filter((path) => path in wanted);
  const marks = pending.map(({ folder }) => `${folder}${UNFINISHED}`);
  refuseForeign(out, [...put, ...marks]);
  const listed = [...(readWrittenList(out) ?? []), ...Object.keys(wanted), ...marks];
  stage(out, (add) => {
    // what is written is ours from before it is there until after it is gone
    const begin = add(WRITTEN_LIST, writtenList(listed));
    const refuse = marks.map((path) => add(path, REFUSAL));
    const replace = put.map((path) => add(path, wanted[path] ?? ''));
    [begin, ...refuse, ...replace].forEach((move) => {
      move();
    });
    const removed = differing.filter((path) => !(path in wanted));
    [...removed.filter((path) => !marks.includes(path)), ...marks].forEach((path) => {
      remove(out, path);
    });
    // what another run listed since the comparison
    const others = [...(readWrittenList(out) ?? [])].filter(
      (path) => ![...written, ...marks].includes(path),
    );
    add(WRITTEN_LIST, writtenList([...list.split('\n').filter(Boolean), ...others]))();
  });
}

type Move = () => void;

/** Has files written to a folder of their own, on the same disk, from which they can be moved in no time. */
function stage(out: string, work: (add: (path: string, text: string) => Move) => void): void {
  const made = new Set<string>();
  const folder = whileWriting(out, () => {
    makeFolder(out);
    clearStages(out);
    return mkdtempSync(join(out, `.ssm-iam-${pid}-`));
  });
  let added = 0;
  try {
    work((path, text) => {
      const target = join(out, path);
      const waiting = join(folder, `${(added += 1)}`);
      whileWriting(target, () => {
        writeFileSync(waiting, text);
      });
      return () => {
        whileWriting(target, () => {
          if (!made.has(dirname(target))) {
            makeFolder(dirname(target));
            made.add(dirname(target));
          }
          renameSync(waiting, target);
        });
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what processes left that were killed. */
function clearStages(out: string): void {
  for (const name of readdirSync(out)) {
    const [, writer] = STAGE.exec(name) ?? [];
    if (writer !== undefined && !isAlive(Number(writer))) {
      rmSync(join(out, name), { recursive: true, force: true });
    }
  }
}

function isAlive(writer: number): boolean {
  try {
    return kill(writer, 0);
  } catch (error) {
    return !isErrno(error, 'ESRCH');
  }
}

/** Removes a file, and the folders that are empty without it. */
function remove(out: string, path: string): void {
  whileWriting(join(out, path), () => {
    rmSync(join(out, path), { force: true });
  });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      // something else is in it
      return;
    }
  }
}
