import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Removes what publishers that were killed left unfinished below a folder. */
export function removeUnfinished(folder: string): void {
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isUnfinished)
    .forEach((path) => {
      rmSync(join(folder, path));
    });
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
