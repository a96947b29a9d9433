import { existsSync } from 'node:fs';
import { rcompare } from 'semver';
import type { Files } from '../../files';
import { unpack } from '../archive-contents';
import { path as pagePath } from '../site/paths';
import { siteFiles } from '../site/site';
import type { Parcel } from '../target';
import { versionList } from './documents';
import type { ReleaseNote } from './documents';
import type { Folder } from './folder';
import { versionsPath } from './registry';

/** The versions that are listed when one more is among them, newest first. */
export const versionsWith = (folder: Folder, { version }: ReleaseNote): string[] =>
  [...new Set([...folder.listed(), version])].sort(rcompare);

/** The list of versions and the site, which tell of all versions, when one more is among them. */
export async function listingFiles(
  folder: Folder,
  { archives }: Parcel,
  note: ReleaseNote,
): Promise<Files> {
  const versions = versionsWith(folder, note);
  const own = folder.siteRelease(note, await unpack(archives.tarball.bytes));
  const releases = [];
  for (const version of versions) {
    releases.push(version === note.version ? own : await folder.release(version));
  }
  const { url, source } = folder.registry;
  // an overview tells of the version before it; for these two that may be another one now
  const above = versions[versions.indexOf(note.version) - 1] ?? note.version;
  const anew = [note.version, above].map(pagePath.overview);
  const isThere = (path: string): boolean => !anew.includes(path) && existsSync(folder.at(path));
  return {
    ...siteFiles({ url, source, releases }, isThere),
    [versionsPath(folder.registry)]: versionList(versions),
  };
}

/**
 * What is not in the folder yet, in the order in which it is written: a link leads nowhere at
 * no time, and the list of versions is the last.
 */
export function missingIn(folder: Folder, files: Files): [path: string, text: string][] {
  const rank = (path: string): number =>
    path === versionsPath(folder.registry) ? 2 : existsSync(folder.at(path)) ? 1 : 0;
  return Object.entries(files)
    .filter(([path, text]) => !folder.holds(path, text))
    .sort(([a], [b]) => rank(a) - rank(b));
}
