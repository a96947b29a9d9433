import type { Registry } from '../registry';
import { REST, RULES } from './rules';
import type { Headers } from './rules';

/**
 * The `serve.json` of npm's `serve`. Rules count in their order, the last one
 * for each header.
 *
 * @see https://github.com/vercel/serve-handler#options
 */
export function serveJson({ base, module }: Registry): string {
  const folders = {
    host: '',
    module: `${base}/${module}/`.slice(1),
    version: `${base}/${module}/*/`.slice(1),
  };
  const rules = RULES.flatMap(({ where, names, headers }) =>
    names.map((name) => rule(`${folders[where]}${name}`, headers)),
  );
  const settings = {
    cleanUrls: false,
    directoryListing: false,
    rewrites: [{ source: base === '' ? '/' : base, destination: `${base}/index.html` }],
    headers: [rule(`${base}/**`.slice(1), REST), ...rules],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

const rule = (source: string, headers: Headers): object => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});
