import { valid } from 'semver';
import { z } from 'zod';
import { UsageError } from '../../errors';
import { parseJson } from '../../json';
import { FILE, pathOf } from './registry';
import type { Registry } from './registry';

const LIST = z.object({
  modules: z.tuple([
    z.object({
      versions: z.array(
        z.object({ version: z.string().refine((version) => valid(version) === version) }),
      ),
    }),
  ]),
});

/** What is kept beside an archive. */
export interface ReleaseNote {
  readonly version: string;
  /** The commit of the release. */
  readonly commit: string;
  /** When that was committed: UTC, as in RFC 3339. */
  readonly date: string;
  /** Of the archive: `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** How Terraform and OpenTofu find the registry: the content of `/.well-known/terraform.json`. */
export const discovery = ({ base }: Registry): string =>
  json({ 'modules.v1': `${base}/v1/modules/` });

/** Whose folder it is. */
export const marker = ({ url, namespace, source }: Registry): string =>
  json({ schema_version: 1, url, namespace, source });

/** @param versions newest first */
export const versionList = (versions: readonly string[]): string =>
  json({ modules: [{ versions: versions.map((version) => ({ version })) }] });

export const releaseNote = ({ version, commit, date, digest }: ReleaseNote): string =>
  json({ schema_version: 1, version, commit, date, digest });

/** Where OpenTofu finds the archive. Terraform reads a header instead, and then `sourcePage`. */
export const download = ({ digest }: ReleaseNote): string =>
  json({ location: `./${FILE.archive}?checksum=${digest}` });

/**
 * Where Terraform finds the archive: `X-Terraform-Get: ./source` leads here from
 * every version, so the header is one constant, and the digest still reaches Terraform.
 * The address has to be whole: Terraform resolves none that it reads in a page.
 */
export function sourcePage(registry: Registry, { version, digest }: ReleaseNote): string {
  const address = `${registry.url}/${pathOf(registry, version, FILE.archive)}?checksum=${digest}`;
  return `<!doctype html>
<html lang="en"><head><title>${version}</title><meta name="terraform-get" content="${address}"/></head></html>
`;
}

/** What `sha256sum --check` reads. */
export const checksums = ({ digest }: ReleaseNote): string =>
  `${digest.replace('sha256:', '')}  ${FILE.archive}\n`;

/**
 * Reads what `versionList` writes.
 *
 * @throws UsageError `BrokenFolder`
 */
export function parseVersions(path: string, text: string): string[] {
  const { data } = LIST.safeParse(parse(path, text));
  if (data === undefined) {
    throw broken(path, 'a list of versions', 'something else');
  }
  return data.modules[0].versions.map(({ version }) => version);
}

/**
 * Reads what `releaseNote` writes.
 *
 * @throws UsageError `BrokenFolder`
 */
export function parseNote(path: string, text: string): ReleaseNote {
  const note = parse(path, text) as Partial<ReleaseNote>;
  const { version, commit, date, digest } = note;
  if (![version, commit, date, digest].every((part) => typeof part === 'string')) {
    throw broken(path, 'version, commit, date and digest', 'something else');
  }
  return note as ReleaseNote;
}

export const broken = (path: string, must: string, got: string): UsageError =>
  new UsageError('BrokenFolder', `${path} must hold ${must}, got ${got}; restore the file`);

function parse(path: string, text: string): object {
  try {
    const value: unknown = parseJson(text);
    if (typeof value === 'object' && value !== null) {
      return value;
    }
  } catch {
    // told below
  }
  throw broken(path, 'JSON', 'something else');
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
