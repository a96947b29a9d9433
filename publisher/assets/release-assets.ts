import { join } from 'node:path';
import { checksums, digestOf } from '../archive';
import type { Archives } from '../archive';
import { putFile } from '../write-files';

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

/** Writes files to a folder, each as a whole. */
export function writeAssets(folder: string, assets: Assets): void {
  for (const [name, bytes] of Object.entries(assets)) {
    putFile(join(folder, name), bytes);
  }
}
