import { createHash } from 'node:crypto';

/** Files by their names, in the order in which they are written. */
export type Assets = Readonly<Record<string, Buffer>>;

/** The SHA-256 of some bytes: 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What `sha256sum --check` reads. */
export const checksums = (assets: Assets): string =>
  Object.entries(assets)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('');
