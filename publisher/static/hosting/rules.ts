import { DISCOVERY, FILE, versionsPath } from '../registry';
import type { Registry } from '../registry';

export type Headers = Readonly<Record<string, string>>;

/** How files are answered. */
export interface Rule {
  /** A regular expression of their whole paths on the host. */
  readonly path: string;
  readonly type: string;
  /** The headers but for the type. */
  readonly headers: Headers;
}

/** The pages hold nothing but text, their own style sheet and their own images. */
const PROTECTION: Headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** What every file is answered with that no rule names. A new version is seen within a minute. */
export const REST: Headers = { ...PROTECTION, 'Cache-Control': 'public, max-age=60' };

/** What lies in the folder of a version never changes. */
const FOREVER: Headers = { ...PROTECTION, 'Cache-Control': 'public, max-age=31536000, immutable' };

/** The header that Terraform asks for. It resolves it against the address of the file that it comes with. */
const TERRAFORM_GET: Headers = { 'X-Terraform-Get': `./${FILE.source}` };

export function rulesOf(registry: Registry): readonly Rule[] {
  const { base, module } = registry;
  const json = 'application/json';
  // as a page, some networks would write into it
  const text = 'text/plain; charset=utf-8';
  const ofVersion = (file: string): string =>
    `${escaped(`${base}/${module}`)}/[^/]+/${escaped(file)}`;
  return [
    { path: escaped(`/${DISCOVERY}`), type: json, headers: REST },
    { path: escaped(`${base}/${versionsPath(registry)}`), type: json, headers: REST },
    { path: ofVersion(FILE.download), type: json, headers: { ...FOREVER, ...TERRAFORM_GET } },
    { path: ofVersion(FILE.release), type: json, headers: FOREVER },
    { path: ofVersion(FILE.source), type: text, headers: FOREVER },
    { path: ofVersion(FILE.sums), type: text, headers: FOREVER },
    { path: ofVersion(FILE.archive), type: 'application/gzip', headers: FOREVER },
  ];
}

const escaped = (path: string): string => path.replaceAll('.', '\\.');
