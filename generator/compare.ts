import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isErrno } from '../files';
import { filesOf, folderOf } from './tree';
import type { PlacedModule, Tree } from './tree';
import { WRITTEN_LIST, readWrittenList, writtenList } from './written-list';

/** What a module needs in order to be what the generator writes. */
export interface ModuleChange {
  readonly module: string;
  /** As of `PlacedModule`. */
  readonly folder: string;
  readonly kind: 'create' | 'change' | 'remove' | 'keep';
  /** Paths in the generated folder of the files that differ, sorted. */
  readonly files: readonly string[];
}

/** What a generated folder needs in order to be what the generator writes. */
export interface TreeChanges {
  readonly modules: readonly ModuleChange[];
  /** The text of the list of written files as it should be. */
  readonly list: string;
  /** Whether the list is as it should be. */
  readonly isListed: boolean;
  /** What the list names as it is. */
  readonly written: readonly string[];
}

/**
 * Compares a generated folder with what it should hold, byte by byte. Looks at
 * files that generating writes or wrote, and at no others.
 *
 * @param isWhole whether `tree` is all there should be, so that other modules of ours go
 */
export function compareTree(out: string, tree: Tree, isWhole: boolean): TreeChanges {
  const written = [...(readWrittenList(out) ?? [])];
  const folders = tree.map(({ folder }) => folder);
  const others = written.filter((path) => !folders.includes(folderOf(path)));
  const list = writtenList([...(isWhole ? [] : others), ...Object.keys(filesOf(tree))]);
  return {
    modules: [
      ...tree.map((module) => comparePlaced(out, module, written)),
      ...(isWhole ? removals(out, others) : []),
    ].sort(byPlace),
    list,
    isListed: isSame(join(out, WRITTEN_LIST), list),
    written,
  };
}

function comparePlaced(
  out: string,
  module: PlacedModule,
  written: readonly string[],
): ModuleChange {
  const { name, folder } = module;
  const wanted = Object.entries(filesOf([module]));
  const paths = new Set(wanted.map(([path]) => path));
  const surplus = written.filter(
    (path) => folderOf(path) === folder && !paths.has(path) && isThere(out, path),
  );
  const wrong = wanted.filter(([path, text]) => !isSame(join(out, path), text));
  const files = [...wrong.map(([path]) => path), ...surplus].sort();
  const isNew = surplus.length === 0 && ![...paths].some((path) => isThere(out, path));
  const kind = files.length === 0 ? 'keep' : isNew ? 'create' : 'change';
  return { module: name, folder, kind, files };
}

/** What is left of modules that are gone. */
function removals(out: string, others: readonly string[]): ModuleChange[] {
  const left = others.filter((path) => isThere(out, path)).sort();
  return [...new Set(left.map(folderOf))].map((folder) => ({
    module: folder.split('/').at(-2) ?? '',
    folder,
    kind: 'remove',
    files: left.filter((path) => folderOf(path) === folder),
  }));
}

/** Modules by their names, and the one above them last. */
function byPlace(a: ModuleChange, b: ModuleChange): number {
  const rank = ({ folder, module }: ModuleChange): string => `${folder === '' ? 1 : 0}${module}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/** Whether a file of the generated folder is there, and not behind a link that leads somewhere else. */
function isThere(out: string, path: string): boolean {
  return (
    statusOf(join(out, path))?.isDirectory() === false &&
    realpathSync(dirname(join(out, path))) === join(realpathSync(out), dirname(path))
  );
}

function isSame(path: string, text: string): boolean {
  const status = statusOf(path);
  return (
    status?.isFile() === true &&
    status.size === Buffer.byteLength(text) &&
    readFileSync(path).equals(Buffer.from(text))
  );
}

/** Of what is there itself, not of what a link leads to; undefined also below a file. */
export function statusOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isErrno(error, 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}
