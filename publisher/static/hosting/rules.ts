import { DISCOVERY, FILE } from '../registry';

export type Headers = Readonly<Record<string, string>>;

/** Files that are answered alike. */
export interface Rule {
  /** Where their names count: on the host, in the folder of the module, or in that of each version. */
  readonly where: 'host' | 'module' | 'version';
  readonly names: readonly string[];
  readonly headers: Headers;
}

/** The pages hold nothing but text, their own style sheet and their own images. */
const PROTECTION: Headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** A new version is seen within a minute. */
const SHORT: Headers = { 'Cache-Control': 'public, max-age=60' };
/** A published version never changes. */
const FOREVER: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

const type = (name: string): Headers => ({ 'Content-Type': name });

/** What every file is answered with that no rule names. */
export const REST: Headers = { ...PROTECTION, ...SHORT };

/** The header that Terraform asks for. It resolves it against the address of the file that it comes with. */
export const TERRAFORM_GET: Headers = { 'X-Terraform-Get': `./${FILE.source}` };

export const RULES: readonly Rule[] = [
  {
    where: 'host',
    names: [DISCOVERY],
    headers: { ...PROTECTION, ...SHORT, ...type('application/json') },
  },
  {
    where: 'module',
    names: ['versions'],
    headers: { ...PROTECTION, ...SHORT, ...type('application/json') },
  },
  {
    where: 'version',
    names: [FILE.download],
    headers: { ...PROTECTION, ...FOREVER, ...type('application/json'), ...TERRAFORM_GET },
  },
  {
    where: 'version',
    names: [FILE.release],
    headers: { ...PROTECTION, ...FOREVER, ...type('application/json') },
  },
  {
    where: 'version',
    names: [FILE.source, FILE.sums],
    // as a page, some networks would write into it
    headers: { ...PROTECTION, ...FOREVER, ...type('text/plain; charset=utf-8') },
  },
  {
    where: 'version',
    names: [FILE.archive],
    headers: { ...PROTECTION, ...FOREVER, ...type('application/gzip') },
  },
];

/** Headers without some names. */
export const without = (headers: Headers, ...names: readonly string[]): [string, string][] =>
  Object.entries(headers).filter(([name]) => !names.includes(name));
