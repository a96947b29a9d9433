import type { Registry } from '../registry';
import { REST, RULES, without } from './rules';
import type { Headers, Rule } from './rules';

/** Locations for a server block of nginx. */
export function nginxConf(registry: Registry): string {
  const { base } = registry;
  const { hostname, port } = new URL(registry.url);
  return `# Answers for the registry ${registry.url}. Include it in the server block of its host:
#
#   server {
#     listen ${port === '' ? '443' : port} ssl;
#     server_name ${hostname};
#     ssl_certificate     /etc/ssl/example.crt;
#     ssl_certificate_key /etc/ssl/example.key;
#     root /srv/registry; # this folder is /srv/registry${base}
#     include /srv/registry${base}/hosting/nginx.conf;
#   }

${RULES.map((rule) => location(place(rule, registry), rule.headers)).join('\n\n')}

location ${base}/ {
  index index.html;
  error_page 404 ${base}/404.html;
${addHeaders(REST, ' always')}
}
`;
}

function place({ where, names }: Rule, { base, module }: Registry): string {
  const file = names.length === 1 ? escaped(names[0] ?? '') : `(?:${names.map(escaped).join('|')})`;
  return {
    host: `= /${names.join('')}`,
    module: `= ${base}/${module}/${names.join('')}`,
    version: `~ "^${escaped(`${base}/${module}`)}/[^/]+/${file}$"`,
  }[where];
}

/** nginx takes the type of a file from its name, and only without one from here. */
function location(where: string, headers: Headers): string {
  return `location ${where} {
  types { }
  default_type "${headers['Content-Type'] ?? ''}";
${addHeaders(headers)}
}`;
}

/** @param when ` always`: with an error as well */
const addHeaders = (headers: Headers, when = ''): string =>
  without(headers, 'Content-Type')
    .map(([name, value]) => `  add_header ${name} "${value}"${when};`)
    .join('\n');

const escaped = (text: string): string => text.replace(/[.]/g, '\\$&');
