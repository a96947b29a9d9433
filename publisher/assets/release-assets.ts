import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../errors';
import { readBytes, whileReading } from '../../files';
import { checksums, digestOf } from '../archive';
import type { Archives } from '../archive';
import { isUnfinished, putFile } from '../write-files';

/** Largest file that is compared. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Files by their names, in the order in which they are written. */
export type Assets = Readonly<Record<string, Buffer>>;

/**
 * What is attached to the page of a release: its archives, the bill of materials of its
 * generator, and the checksums of these three. The same release makes the same files.
 *
 * @param bill what `softwareBill` says of the release
 */
export function releaseAssets(version: string, archives: Archives, bill: string): Assets {
  const files = {
    [`ssm-iam-${version}.tar.gz`]: archives.tarball.bytes,
    [`ssm-iam-${version}.zip`]: archives.zip.bytes,
    'sbom.cdx.json': Buffer.from(bill),
  };
  const digests = Object.entries(files).map(([name, bytes]) => [name, digestOf(bytes)] as const);
  return { ...files, SHA256SUMS: Buffer.from(checksums(Object.fromEntries(digests))) };
}

/**
 * Writes files to a folder, each as a whole. What is there already stays.
 *
 * @returns the names of those that were written
 * @throws UsageError `ForeignFolder` if something else is in the folder, `VersionTaken` if
 * one of them is there with other bytes; nothing is written then
 */
export function writeAssets(folder: string, assets: Assets): string[] {
  refuseForeign(folder, assets);
  const missing = Object.entries(assets).filter(([name, bytes]) => {
    const path = join(folder, name);
    const isThere = existsSync(path);
    if (isThere) {
      const theirs = whileReading(path, 'take an empty folder', () => readBytes(path, MOST_BYTES));
      refuseOther(path, theirs, bytes);
    }
    return !isThere;
  });
  for (const [name, bytes] of missing) {
    putFile(join(folder, name), bytes);
  }
  return missing.map(([name]) => name);
}

/** @throws UsageError `ForeignFolder` */
function refuseForeign(folder: string, assets: Assets): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const foreign = names.find((name) => !(name in assets) && !isUnfinished(name));
  if (foreign !== undefined) {
    throw new UsageError(
      'ForeignFolder',
      `${folder} must be empty or hold files of this release alone, got ${foreign} in it; take an empty folder`,
    );
  }
}

/** @throws UsageError `VersionTaken` */
function refuseOther(path: string, theirs: Buffer, ours: Buffer): void {
  if (!theirs.equals(ours)) {
    throw new UsageError(
      'VersionTaken',
      `${path} must hold what this release makes, got ${digestOf(theirs)} there and ${digestOf(ours)} here; take an empty folder, and find out which of them is wrong`,
    );
  }
}
