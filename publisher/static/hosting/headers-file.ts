import type { Registry } from '../registry';
import { REST, RULES, without } from './rules';
import type { Headers, Rule } from './rules';

/**
 * The `_headers` file of Netlify and of Cloudflare Pages. All rules that match a
 * path count, and of one header all its values: no two rules name the same one
 * for a path. Their number is constant, for Cloudflare takes a hundred.
 *
 * @see https://docs.netlify.com/manage/routing/headers/
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headersFile(registry: Registry): string {
  // how long pages are kept is left to the host: it knows when it got new ones
  const everywhere = Object.fromEntries(without(REST, 'Cache-Control'));
  const rules = RULES.flatMap((rule) =>
    paths(rule, registry).map((path) =>
      block(path, Object.fromEntries(without(rule.headers, ...Object.keys(everywhere)))),
    ),
  );
  return [block(`${registry.base}/*`, everywhere), ...rules].join('\n');
}

const paths = ({ where, names }: Rule, { base, module }: Registry): string[] => {
  const folder = {
    host: '',
    module: `${base}/${module}`,
    version: `${base}/${module}/:version`,
  }[where];
  return names.map((name) => `${folder}/${name}`);
};

const block = (path: string, headers: Headers): string =>
  `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
