import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors';
import { isFolder } from '../files';
import { statusOf } from './compare';
import { WRITTEN_LIST, readWrittenList } from './written-list';

/** A folder in which new files wait until all of them are written, with the process that writes them. */
export const STAGE = /^\.ssm-iam-(\d+)-\w{6}$/;

/**
 * Refuses to write where something lies that generating did not write.
 *
 * @param put paths in the generated folder of the files that are to be written
 * @throws UsageError `ForeignFolder` or `ForeignFile`
 */
export function refuseForeign(out: string, put: readonly string[]): void {
  const isEmpty =
    !isFolder(out) || readdirSync(out).every((name) => name === '.git' || STAGE.test(name));
  const present = put.filter((path) => isFolderAt(out, path) !== undefined);
  // files or links where folders must be, and folders where files must be
  const blockers = [
    ...[...new Set(put.flatMap(ancestorsOf))].filter((folder) => isFolderAt(out, folder) === false),
    ...present.filter((path) => isFolderAt(out, path)),
  ];
  // read last: a run at the same time lists its files before it writes them
  const written = readWrittenList(out);
  if (written === undefined && !isEmpty) {
    throw new UsageError(
      'ForeignFolder',
      `${out} must be empty or written by ssm-iam, which keeps ${WRITTEN_LIST} there; choose another --out, or move what is there away`,
    );
  }
  const [file] = [...blockers, ...present.filter((path) => written?.has(path) !== true)];
  if (file !== undefined) {
    throw new UsageError(
      'ForeignFile',
      `${join(out, file)} must be free for what ssm-iam writes there, got something that it did not write; move that away, or choose another --out`,
    );
  }
}

/** The entries of a generated folder that generating did not write; of a folder without files of ours, only the folder. */
export function foreignEntries(out: string): string[] {
  const written = readWrittenList(out) ?? new Set<string>();
  const folders = new Set(['', ...[...written].flatMap(ancestorsOf)]);
  const known = new Set([WRITTEN_LIST, ...written, ...folders]);
  return [...folders]
    .filter((folder) => isFolder(join(out, folder)))
    .flatMap((folder) => readdirSync(join(out, folder)).map((name) => join(folder, name)))
    .filter((path) => !known.has(path) && !STAGE.test(path))
    .sort();
}

/** Undefined if there is nothing; a link to a folder is none. */
const isFolderAt = (out: string, path: string): boolean | undefined =>
  statusOf(join(out, path))?.isDirectory();

/** `a` and `a/b` of `a/b/c`. */
const ancestorsOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, names) => names.slice(0, index + 1).join('/'));
