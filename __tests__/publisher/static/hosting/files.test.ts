import { hostingFiles } from '../../../../publisher/static/hosting/files';
import { registryOf } from '../../../../publisher/static/registry';

const files = hostingFiles(registryOf('https://modules.example.com', 'acme'));

test('there are rules for each host, and what Terraform looks for first', () => {
  expect(Object.keys(files)).toEqual([
    '.htaccess',
    '.nojekyll',
    '_headers',
    'hosting/README.md',
    'hosting/cloudfront.js',
    'hosting/nginx.conf',
    'serve.json',
    '.well-known/terraform.json',
  ]);
});

test('text files end with one line break', () => {
  for (const [path, text] of Object.entries(files).filter(([, content]) => content !== '')) {
    expect(`${path}: ${text.slice(-2)}`).toMatch(/[^\n]\n$/);
  }
});
