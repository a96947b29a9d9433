import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError, reasonOf } from './errors';

/** Content of files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** Most bytes of a file that people write: variables, plans, settings. */
export const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file, or what comes from a pipe, as a whole.
 *
 * @param most bytes; more are an error, so that a device that never ends does
 * @throws Error whose `reasonOf` completes "cannot be read"
 */
export function readBytes(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= most;) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const length = readSync(file, chunk);
      if (length === 0) {
        return Buffer.concat(chunks);
      }
      size += length;
      chunks.push(chunk.subarray(0, length));
    }
    throw new Error(`it has more than ${most} bytes`);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a file of text.
 *
 * @throws Error whose `reasonOf` completes "cannot be read"
 */
export function readText(path: string, most = MOST_BYTES): string {
  const bytes = readBytes(path, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text');
  }
}

/** Whether there is a folder, or a link to one. */
export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Makes a folder and those above it. Node's own way never ends below `/proc`. */
export function makeFolder(path: string): void {
  if (isFolder(path)) {
    return;
  }
  if (dirname(path) !== path) {
    makeFolder(dirname(path));
  }
  try {
    mkdirSync(path);
  } catch (error) {
    // another process may have been faster
    if (!isFolder(path)) {
      throw error;
    }
  }
}

/**
 * Does what reads a file, and names it if that fails.
 *
 * @param way what to do about it
 * @throws UsageError `UnreadableFile`
 */
export function whileReading<T>(path: string, way: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError('UnreadableFile', `${path} cannot be read (${reasonOf(error)}); ${way}`);
  }
}

/**
 * Does what writes a file or folder, and names it if that fails: a full disk does not.
 *
 * @throws UsageError `CannotWrite`
 */
export function whileWriting<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isErrno(error)) {
      throw error;
    }
    throw new UsageError(
      'CannotWrite',
      `${path} cannot be written (${reasonOf(error)}); ${wayOut(error.code)} and run this again`,
    );
  }
}

/** By its code alone: where tests run, the errors of Node are of another class than ours. */
export const isErrno = (
  error: unknown,
  ...codes: readonly string[]
): error is Error & { readonly code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'code' in error &&
  (codes.length === 0 || codes.includes(String(error.code)));

function wayOut(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'free some space';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'let this user write there';
    default:
      return 'put that right, or name another place,';
  }
}
