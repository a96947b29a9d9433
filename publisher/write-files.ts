import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isErrno, makeFolder, whileWriting } from '../files';

type Content = string | Uint8Array;

/** Writes a file as a whole: who reads it sees what was there or what is new. */
export function putFile(path: string, content: Content): void {
  whileWriting(path, () => {
    const unfinished = writeBeside(path, content);
    try {
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished);
      throw error;
    }
  });
}

/**
 * Writes a file as a whole if there is none.
 *
 * @returns what another one wrote there before, undefined if nobody did
 */
export function claimFile(path: string, content: Content): Buffer | undefined {
  return whileWriting(path, () => {
    const unfinished = writeBeside(path, content);
    try {
      linkSync(unfinished, path);
      return undefined;
    } catch (error) {
      if (isErrno(error, 'EEXIST')) {
        return readFileSync(path);
      }
      throw error;
    } finally {
      rmSync(unfinished);
    }
  });
}

export function removeFile(path: string): void {
  whileWriting(path, () => {
    rmSync(path, { force: true });
  });
}

/** Removes what a write of a file left that did not end. */
export function removeUnfinishedOf(path: string): void {
  const folder = dirname(path);
  const start = `${basename(path)}.new-`;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  names
    .filter((name) => name.startsWith(start) && isUnfinished(name))
    .forEach((name) => {
      rmSync(join(folder, name));
    });
}

/** Does some work in an empty folder of this machine; the folder is gone when the work is done or has failed. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = whileWriting(tmpdir(), () => mkdtempSync(join(tmpdir(), 'ssm-iam-publish-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a folder with one empty file in it, as a whole.
 *
 * @returns false if there is such a folder with a file in it
 */
export function claimFolder(path: string, file: string): boolean {
  const unfinished = unfinishedName(path);
  whileWriting(path, () => {
    makeFolder(unfinished);
    writeFileSync(join(unfinished, file), '');
  });
  try {
    renameSync(unfinished, path);
    return true;
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // the last is how Windows says it
    if (isErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) {
      return false;
    }
    throw error;
  }
}

/** Takes a file out of a folder, and the folder away unless another file is in it. */
export function leaveFolder(path: string, file: string): void {
  rmSync(join(path, file), { force: true });
  try {
    rmdirSync(path);
  } catch (error) {
    if (!isErrno(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) {
      throw error;
    }
  }
}

/** @returns false if there is no such file */
export function touchFile(path: string): boolean {
  try {
    utimesSync(path, new Date(), new Date());
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) {
      return false;
    }
    throw error;
  }
}

/** An hour: nobody writes a file for so long. */
const FORGOTTEN_MILLISECONDS = 3_600_000;

/** Removes what publishers that were killed left unfinished below a folder. */
export function removeUnfinished(folder: string): void {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (!isUnfinished(entry.name)) {
      if (entry.isDirectory()) {
        removeUnfinished(path);
      }
      continue;
    }
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - touched > FORGOTTEN_MILLISECONDS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Folders of other publishers come and go. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isErrno(error, 'ENOENT')) {
      return [];
    }
    throw error;
  }
}

const UNFINISHED = /\.new-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name is that of a write that has not ended. */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

const unfinishedName = (path: string): string => `${path}.new-${randomUUID()}`;

/** A file on the same disk under a name that no other publisher has. */
function writeBeside(path: string, content: Content): string {
  makeFolder(dirname(path));
  const unfinished = unfinishedName(path);
  try {
    writeFileSync(unfinished, content, { flag: 'wx' });
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return unfinished;
}
