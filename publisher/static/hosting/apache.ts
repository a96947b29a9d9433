import { REST, RULES, without } from './rules';
import type { Headers, Rule } from './rules';

/** The `.htaccess` of the folder. The names of the files say enough: no page is called like them. */
export function htaccess(): string {
  return `# Needs mod_headers and "AllowOverride FileInfo".
${set(REST)}
${RULES.map(files).join('')}`;
}

function files({ names, headers }: Rule): string {
  const own = without(headers, ...Object.keys(REST).filter((name) => headers[name] === REST[name]));
  return `
<FilesMatch "^(?:${names.map(lastPart).join('|')})$">
${set(Object.fromEntries(own), '  ')}
</FilesMatch>
`;
}

const set = (headers: Headers, indent = ''): string =>
  Object.entries(headers)
    .map(([name, value]) =>
      name === 'Content-Type'
        ? `${indent}ForceType "${value}"`
        : `${indent}Header set ${name} "${value}"`,
    )
    .join('\n');

const lastPart = (path: string): string => path.replace(/^.*\//, '').replaceAll('.', '\\.');
