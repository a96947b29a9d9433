import type { Registry } from '../registry';
import { REST, rulesOf } from './rules';
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

${rulesOf(registry).map(location).join('\n\n')}

location ${base}/ {
  index index.html;
  error_page 404 ${base}/404.html;
${addHeaders(REST, ' always')}
}
`;
}

/** nginx takes the type of a file from its name, and only without one from here. */
const location = ({ path, type, headers }: Rule): string => `location ~ "^${path}$" {
  types { }
  default_type "${type}";
${addHeaders(headers)}
}`;

/** @param when ` always`: with an error as well */
const addHeaders = (headers: Headers, when = ''): string =>
  Object.entries(headers)
    .map(([name, value]) => `  add_header ${name} "${value}"${when};`)
    .join('\n');
