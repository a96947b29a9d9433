import { createHash } from 'node:crypto';
import { gzipSync, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import type { Files } from '../files';

/** Nobody's time: 1980 is the first year that a zip archive knows, in the zone of whoever reads it. */
const NO_TIME = new Date(1980, 0, 1);

/** Some bytes, like those of a packed module, and the digest by which everybody can tell them from others. */
export interface Archive {
  readonly bytes: Buffer;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** The forms in which registries take a module. The same files make the same bytes on any machine. */
export interface Archives {
  /** A gzipped tar archive with the module at its root. */
  readonly tarball: Archive;
  /** A zip archive with the module at its root. */
  readonly zip: Archive;
}

export async function archivesOf(files: Files): Promise<Archives> {
  return { tarball: archive(await tarball(files)), zip: archive(zip(files)) };
}

/** The digest of some bytes, with its algorithm before it. */
export const digestOf = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** What `sha256sum --check` reads. @param digests by the names of the files */
export const checksums = (digests: Readonly<Record<string, string>>): string =>
  Object.entries(digests)
    .map(([name, digest]) => `${digest.replace('sha256:', '')}  ${name}\n`)
    .join('');

export const archive = (bytes: Buffer): Archive => ({ bytes, digest: digestOf(bytes) });

/** Packed in JavaScript: what zlib makes hangs on its version and on the processor. */
async function tarball(files: Files): Promise<Buffer> {
  const tar = pack();
  for (const [name, text] of sorted(files)) {
    tar.entry({ name, mode: 0o644, mtime: new Date(0), uid: 0, gid: 0 }, text);
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.from(gzipSync(Buffer.concat(chunks), { level: 9, mtime: 0 }));
}

function zip(files: Files): Buffer {
  const entries = sorted(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 9, mtime: NO_TIME }));
}

const sorted = (files: Files): (readonly [string, string])[] =>
  Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
