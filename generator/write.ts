import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors';
import { isOurs } from './compare';
import type { FolderChange } from './compare';
import type { Files } from './generate';

/** Folders of a write that has not ended. */
const UNFINISHED = /^\.(new|old)-/;

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
  pending.forEach((change) => {
    refuseForeign(join(folder, change.module), change);
  });
  mkdirSync(folder, { recursive: true });
  clearUnfinished(folder);
  for (const { module } of pending) {
    replace(folder, module, wanted[module]);
  }
}

function refuseForeign(path: string, { kind }: FolderChange): void {
  if (kind === 'change' && readdirSync(path).length > 0 && !isOurs(path)) {
    throw new UsageError(
      'ForeignFolder',
      `${path} was not written by ssm-iam and would be replaced; move it away or choose another --out`,
    );
  }
}

/** Writes beside the old folder and then renames, so that a reader sees the old or the new one. */
function replace(folder: string, module: string, files: Files | undefined): void {
  const path = join(folder, module);
  const next = join(folder, `.new-${module}`);
  const previous = join(folder, `.old-${module}`);
  rmSync(next, { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files ?? {})) {
    const file = join(next, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  if (existsSync(path)) {
    renameSync(path, previous);
  }
  if (files !== undefined) {
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
