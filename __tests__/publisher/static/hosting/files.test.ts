import { hostingFiles } from '../../../../publisher/static/hosting/files';
import { registryOf } from '../../../../publisher/static/registry';

const files = hostingFiles(registryOf('https://modules.example.com', 'acme'));

test('there are rules for each host, and what Terraform looks for first', () => {
  expect(Object.keys(files)).toEqual([
    '.nojekyll',
    '404.html',
    'hosting/cloudfront.js',
    'hosting/nginx.conf',
    '.well-known/terraform.json',
  ]);
});

test('text files end with one line break', () => {
  for (const [path, text] of Object.entries(files).filter(([, content]) => content !== '')) {
    expect(`${path}: ${text.slice(-2)}`).toMatch(/[^\n]\n$/);
  }
});

test('a page that is missing leads back, from wherever it is missing', () => {
  const below = hostingFiles(registryOf('https://modules.example.com/tf', 'acme'));

  expect(files['404.html']).toContain('<a href="/index.html">');
  expect(below['404.html']).toContain('<a href="/tf/index.html">');
  expect(below['404.html']).toMatch(/<link rel="stylesheet" href="\/tf\/style-[0-9a-f]+\.css">/);
});
