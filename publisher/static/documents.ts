import { valid } from 'semver';
import { z } from 'zod';
import { UsageError } from '../../errors';
import { parseJson } from '../../json';
import { FILE, pathOf } from './registry';
import type { Registry } from './registry';

const version = z.string().refine((text) => valid(text) === text);

const LIST = z.object({
  modules: z.tuple([z.object({ versions: z.array(z.object({ version })) })]),
});

const NOTE = z.object({
  schema_version: z.literal(1),
  version,
  /** The commit of the release. */
  commit: z.string(),
  /** When that was committed: UTC, as in RFC 3339. */
  date: z.string(),
  /** Of the archive: `sha256:` and 64 hexadecimal digits. */
  digest: z.string(),
});

/** What is kept beside an archive. */
export type ReleaseNote = Readonly<z.infer<typeof NOTE>>;

/** How Terraform and OpenTofu find the registry: the content of `/.well-known/terraform.json`. */
export const discovery = ({ base }: Registry): string =>
  json({ 'modules.v1': `${base}/v1/modules/` });

/** Whose folder it is. */
export const marker = ({ url, namespace, source }: Registry): string =>
  json({ schema_version: 1, url, namespace, source });

/** @param versions newest first */
export const versionList = (versions: readonly string[]): string =>
  json({ modules: [{ versions: versions.map((one) => ({ version: one })) }] });

export const releaseNote = (note: ReleaseNote): string => json(note);

/** Where OpenTofu finds the archive. Terraform reads a header instead, and then `sourcePage`. */
export const download = ({ digest }: ReleaseNote): string =>
  json({ location: `./${FILE.archive}?checksum=${digest}` });

/**
 * Where Terraform finds the archive: `X-Terraform-Get: ./source` leads here from
 * every version, so the header is one constant, and the digest still reaches Terraform.
 * The address has to be whole: Terraform resolves none that it reads in a page.
 */
export function sourcePage(registry: Registry, note: ReleaseNote): string {
  const archive = pathOf(registry, note.version, FILE.archive);
  const address = `${registry.url}/${archive}?checksum=${note.digest}`;
  return `<!doctype html>
<html lang="en"><head><title>${note.version}</title><meta name="terraform-get" content="${address}"/></head></html>
`;
}

/**
 * Reads what `versionList` writes.
 *
 * @throws UsageError `BrokenFolder`
 */
export const parseVersions = (path: string, text: string): string[] =>
  parsed(LIST, path, text, 'a list of versions').modules[0].versions.map((one) => one.version);

/**
 * Reads what `releaseNote` writes.
 *
 * @throws UsageError `BrokenFolder`
 */
export const parseNote = (path: string, text: string): ReleaseNote =>
  parsed(NOTE, path, text, 'version, commit, date and digest');

export const broken = (path: string, must: string, got: string): UsageError =>
  new UsageError('BrokenFolder', `${path} must hold ${must}, got ${got}; restore the file`);

function parsed<T>(schema: z.ZodType<T>, path: string, text: string, must: string): T {
  try {
    return schema.parse(parseJson(text));
  } catch {
    throw broken(path, must, 'something else');
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
