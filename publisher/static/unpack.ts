import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Files } from '../../files';

/** Unpacked, what is packed within an archive that `archivesOf` makes comes to a megabyte. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The files of an archive that `archivesOf` packed, by their paths. */
export async function unpack(archive: Uint8Array): Promise<Files> {
  const tar = extract();
  // room for most archives at once, not for 16 KB
  tar.end(gunzipSync(archive, { chunkSize: 2 ** 20, maxOutputLength: MOST_BYTES }));
  const files: Record<string, string> = {};
  for await (const entry of tar) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) {
      chunks.push(chunk as Uint8Array);
    }
    files[entry.header.name] = Buffer.concat(chunks).toString('utf8');
  }
  return files;
}
