import type { Files } from '../release';

/** What a site is made of. */
export interface Site {
  /** Base address, without a slash at its end. */
  readonly url: string;
  /** What callers write as `source`. */
  readonly source: string;
  /** Newest first. */
  readonly releases: readonly SiteRelease[];
}

export interface SiteRelease {
  readonly version: string;
  readonly commit: string;
  readonly date: string;
  readonly digest: string;
  /** Path of the archive from the root of the site. */
  readonly archive: string;
  readonly files: Files;
}

/** The pages of a site, by their paths. */
export const siteFiles = ({ source, releases }: Site): Readonly<Record<string, string>> => ({
  'index.html': `<!doctype html>
<html lang="en"><head><title>${source}</title></head>
<body><h1>${source}</h1><p>${releases.map(({ version }) => version).join(', ')}</p></body></html>
`,
});
