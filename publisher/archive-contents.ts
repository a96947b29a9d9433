import { gunzipSync } from 'fflate';
import { extract } from 'tar-stream';
import { UsageError } from '../errors';
import type { Files } from '../files';

/**
 * Refuses to take something else for another version of a module, like the page
 * of a proxy that asks for a password.
 *
 * @param where it came from
 * @throws UsageError `NoArchive`
 */
export function mustBeArchive(where: string, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    throw new UsageError(
      'NoArchive',
      `${where} must give a gzipped archive, got something else; check the address, and what lies before the server`,
    );
  }
  return bytes;
}

/**
 * Whether a gzipped tar archive holds some files and no others. How it is
 * packed plays no part: a registry may have packed it again.
 */
export async function holdsFiles(archive: Buffer, files: Files): Promise<boolean> {
  const found = await unpacked(archive);
  const names = Object.keys(files);
  return (
    found?.size === names.length &&
    names.every((name) => found.get(name)?.equals(Buffer.from(files[name] ?? '')) === true)
  );
}

/** The files of an archive by their paths; undefined if it is none. */
async function unpacked(archive: Buffer): Promise<Map<string, Buffer> | undefined> {
  const entries = new Map<string, Buffer>();
  try {
    const tar = extract();
    tar.end(gunzipSync(archive));
    for await (const entry of tar) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) {
        chunks.push(chunk as Uint8Array);
      }
      if (entry.header.type !== 'directory') {
        entries.set(entry.header.name.replace(/^(\.\/)+/, ''), Buffer.concat(chunks));
      }
    }
    return entries;
  } catch {
    return undefined;
  }
}
