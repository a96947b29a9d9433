import { createServer } from 'node:http';
import { extname } from 'node:path';
import { listen } from './servers';

/** One page of each kind, and that of what is not there. */
export const PAGES = [
  'index.html',
  '404.html',
  'versions/2.0.0/overview.html',
  'versions/1.1.0/upgrade.html',
  'versions/1.1.0/readme.html',
  'versions/1.1.0/permissions.html',
];

/** What the site is served with: nothing runs, nothing comes from elsewhere. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface SiteServer {
  /** Address of the root of the site, ends with a slash. */
  readonly url: string;
  stop(): void;
}

/** Serves files below a path of the host, as any host of files would. */
export async function serveSite(files: Readonly<Record<string, string>>): Promise<SiteServer> {
  const base = '/terraform/';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const path = decodeURI(pathname).replace(base, '');
    const text = pathname.startsWith(base) && Object.hasOwn(files, path) ? files[path] : undefined;
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    });
    response.end(text);
  });
  const host = await listen(server);
  return {
    url: `http://${host}${base}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
