import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Files } from '../files';

/** What is packed within an archive that `archivesOf` makes comes to a megabyte. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Whether a gzipped tar archive holds some files and no others. How it is
 * packed plays no part: a registry may have packed it again.
 */
export async function holdsFiles(archive: Buffer, files: Files): Promise<boolean> {
  try {
    return isDeepStrictEqual(await unpack(archive), files);
  } catch {
    return false;
  }
}

/**
 * The files of a gzipped tar archive, by their paths.
 *
 * @throws Error if it is none
 */
export const unpack = async (archive: Uint8Array): Promise<Files> =>
  // room for most archives at once, not for 16 KB
  untar(gunzipSync(archive, { chunkSize: 2 ** 20, maxOutputLength: MOST_BYTES }));

/** The files of a tar archive, by their paths. */
export async function untar(archive: Uint8Array): Promise<Files> {
  const tar = extract();
  tar.end(archive);
  const files: Record<string, string> = {};
  for await (const entry of tar) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) {
      chunks.push(chunk as Uint8Array);
    }
    if (entry.header.type !== 'directory') {
      files[entry.header.name.replace(/^(\.\/)+/, '')] = Buffer.concat(chunks).toString('utf8');
    }
  }
  return files;
}
