import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors';
import { entriesOf, holdsMarker, isOurs, strangers } from './compare';
import type { FolderChange } from './compare';
import type { Files } from './generate';
import { MODULES } from './tree';
import type { Tree, TreeChanges } from './tree';

/** Folders of a write that has not ended. */
const UNFINISHED = /^\.(new|old)-/;

/**
 * Makes the changes that `compareTree` found.
 *
 * @throws UsageError `ForeignFolder` or `ForeignFile` before anything is
 * written, when something in the way was not written by the generator
 */
export function writeTree(folder: string, wanted: Tree, changes: TreeChanges): void {
  const modules = join(folder, MODULES);
  const roots = changes.root
    .filter(({ kind }) => kind !== 'keep')
    .map(({ module }) => wanted.root[module] ?? {});
  roots.forEach((files) => {
    refuseForeignFiles(folder, files);
  });
  // the modules first, which refuses by itself: the root never calls one that is not there yet
  if (changes.modules.length > 0) {
    write(modules, wanted.modules, changes.modules);
  }
  mkdirSync(folder, { recursive: true });
  roots.forEach((files) => {
    writeRoot(folder, files);
  });
}

/**
 * Makes the changes that `compare` found: each folder as a whole or not at all.
 *
 * @throws UsageError `ForeignFolder` before anything is written, when a folder
 * in the way was not written by the generator
 */
export function write(
  folder: string,
  wanted: Readonly<Record<string, Files>>,
  changes: readonly FolderChange[],
): void {
  const pending = changes.filter(({ kind }) => kind !== 'keep' && kind !== 'foreign');
  refuseForeignFolders(folder, pending);
  mkdirSync(folder, { recursive: true });
  clearUnfinished(folder);
  for (const { module } of pending) {
    replace(folder, module, wanted[module]);
  }
}

function refuseForeignFolders(folder: string, changes: readonly FolderChange[]): void {
  const replaced = changes.filter(({ kind }) => kind === 'change');
  const paths = replaced.map(({ module }) => join(folder, module));
  const foreign = paths.find((path) => readdirSync(path).length > 0 && !isOurs(path));
  if (foreign !== undefined) {
    throw new UsageError(
      'ForeignFolder',
      `${foreign} was not written by ssm-iam and would be replaced; move it away or choose another --out`,
    );
  }
}

function refuseForeignFiles(folder: string, wanted: Files): void {
  const inTheWay = isOurs(folder) ? [] : entriesOf(wanted).map((name) => join(folder, name));
  const replaced = inTheWay.find((path) => existsSync(path));
  if (replaced !== undefined) {
    throw new UsageError(
      'ForeignFile',
      `${replaced} was not written by ssm-iam and would be replaced; move it away or choose another --out`,
    );
  }
  const others = strangers(folder, wanted).map((name) => join(folder, name));
  const readAlong = others.find((path) => !holdsMarker(path));
  if (readAlong !== undefined) {
    throw new UsageError(
      'ForeignFile',
      `${readAlong} was not written by ssm-iam, and Terraform would read it as one module with what is; move it away or choose another --out`,
    );
  }
}

/** Writes the files above the modules, entry by entry: there is no folder that could be swapped as a whole. */
function writeRoot(folder: string, wanted: Files): void {
  const entries = entriesOf(wanted);
  // those that say whose the others are come first
  const isMarked = (name: string): boolean => name.endsWith('.tf.json');
  const others = entries.filter((name) => !isMarked(name));
  for (const name of [...entries.filter(isMarked), ...others]) {
    replace(folder, name, wanted[name] ?? within(name, wanted));
  }
  for (const name of strangers(folder, wanted)) {
    rmSync(join(folder, name));
  }
}

/** The files in a folder, by their paths in it. */
function within(folder: string, files: Files): Files {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
  return Object.fromEntries(
    inside.map(([path, content]) => [path.slice(folder.length + 1), content]),
  );
}

/**
 * Writes beside what is there and then renames, so that a reader sees the old or the new one.
 *
 * @param content a file's text, or the files of a folder; undefined: it goes
 */
function replace(folder: string, name: string, content: string | Files | undefined): void {
  const path = join(folder, name);
  const next = join(folder, `.new-${name}`);
  const previous = join(folder, `.old-${name}`);
  rmSync(next, { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
  if (typeof content === 'string') {
    writeFileSync(next, content);
    renameSync(next, path);
    return;
  }
  for (const [file, text] of Object.entries(content ?? {})) {
    mkdirSync(dirname(join(next, file)), { recursive: true });
    writeFileSync(join(next, file), text);
  }
  if (existsSync(path)) {
    renameSync(path, previous);
  }
  if (content !== undefined) {
    putInPlace(next, path, previous);
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Brings the old folder back if the new one cannot take its place. */
function putInPlace(next: string, path: string, previous: string): void {
  try {
    renameSync(next, path);
  } catch (error) {
    if (existsSync(previous)) {
      renameSync(previous, path);
    }
    throw error;
  }
}

/** What a write that did not end left of a module that is gone by now. */
function clearUnfinished(folder: string): void {
  const left = readdirSync(folder).filter((entry) => UNFINISHED.test(entry));
  for (const path of left.map((entry) => join(folder, entry)).filter(isOurs)) {
    rmSync(path, { recursive: true, force: true });
  }
}
