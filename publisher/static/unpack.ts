import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Files } from '../release';

/** The files of an archive that `archivesOf` packed, by their paths. */
export async function unpack(archive: Uint8Array): Promise<Files> {
  const tar = extract();
  tar.end(gunzipSync(archive));
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
