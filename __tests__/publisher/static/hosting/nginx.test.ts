import { nginxConf } from '../../../../publisher/static/hosting/nginx';
import { registryOf } from '../../../../publisher/static/registry';

/** static-registry.test.ts has nginx itself read it. */
const locations = (text: string): string[] =>
  [...text.matchAll(/^location (.*) \{$/gm)].map(([, where = '']) => where);

test('below a path they begin with it, but for what lies at the root', () => {
  const text = nginxConf(registryOf('https://modules.example.com:8443/infra/v1.2', 'acme'));
  const [discovery, versions, download, , , , , rest] = locations(text);

  expect(discovery).toBe('~ "^/\\.well-known/terraform\\.json$"');
  expect(versions).toBe('~ "^/infra/v1\\.2/v1/modules/acme/ssm-iam/aws/versions$"');
  expect(download).toBe('~ "^/infra/v1\\.2/v1/modules/acme/ssm-iam/aws/[^/]+/download$"');
  expect(rest).toBe('/infra/v1.2/');
  expect(text).toContain('#     listen 8443 ssl;\n#     server_name modules.example.com;\n');
  expect(text).toContain('#     include /srv/registry/infra/v1.2/hosting/nginx.conf;\n');
});
