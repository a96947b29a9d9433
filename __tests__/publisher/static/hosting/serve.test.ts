import { serveJson } from '../../../../publisher/static/hosting/serve';
import { registryOf } from '../../../../publisher/static/registry';

interface Settings {
  readonly cleanUrls: boolean;
  readonly directoryListing: boolean;
  readonly rewrites: readonly { readonly source: string; readonly destination: string }[];
  readonly headers: readonly {
    readonly source: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
  }[];
}

/** static-registry.test.ts has serve itself read it. */
const settingsFor = (url: string): Settings =>
  JSON.parse(serveJson(registryOf(url, 'acme'))) as Settings;

test('the last rule of a path counts, so what is special comes last', () => {
  const { headers } = settingsFor('https://modules.example.com');

  expect(headers.map(({ source }) => source)).toEqual([
    '**',
    '.well-known/terraform.json',
    'v1/modules/acme/ssm-iam/aws/versions',
    'v1/modules/acme/ssm-iam/aws/*/download',
    'v1/modules/acme/ssm-iam/aws/*/release.json',
    'v1/modules/acme/ssm-iam/aws/*/source',
    'v1/modules/acme/ssm-iam/aws/*/SHA256SUMS',
    'v1/modules/acme/ssm-iam/aws/*/module.tar.gz',
  ]);
  expect(headers[3]?.headers).toContainEqual({ key: 'X-Terraform-Get', value: './source' });
});

test('files are answered under their own names, and folders not at all', () => {
  expect(settingsFor('https://modules.example.com')).toMatchObject({
    cleanUrls: false,
    directoryListing: false,
    rewrites: [{ source: '/', destination: '/index.html' }],
  });
});

test('below a path only that is answered', () => {
  const { headers, rewrites } = settingsFor('https://modules.example.com/tf');

  expect(rewrites).toEqual([{ source: '/tf', destination: '/tf/index.html' }]);
  expect(headers.map(({ source }) => source).filter((path) => !path.startsWith('tf/'))).toEqual([
    '.well-known/terraform.json',
  ]);
});
