import { join } from 'node:path';
import { repositoryAddress } from '../../../publisher/git-registry/repository-address';

test.each([
  ['https://example.com/acme/m.git', 'https://example.com/acme/m.git'],
  ['ssh://git@example.com:2222/acme/m.git', 'ssh://example.com:2222/acme/m.git'],
  ['git@example.com:acme/m.git', 'git@example.com:acme/m.git'],
  ['example.com:m', 'example.com:m'],
  ['http://127.0.0.1:3000/m.git', 'http://127.0.0.1:3000/m.git'],
])('%s is an address, shown as %s', (text, shown) => {
  expect(repositoryAddress(text)).toEqual({ url: text, shown });
});

test.each([
  ['/srv/git/m.git', '/srv/git/m.git'],
  ['../m', join(process.cwd(), '../m')],
  ['./with:colon', join(process.cwd(), 'with:colon')],
  ['file:///srv/with%20space', 'file:///srv/with%20space'],
])('%s is on this machine', (text, url) => {
  expect(repositoryAddress(text)).toEqual({ url, shown: url });
});

test.each([
  ['', 'Address'],
  ['--upload-pack=touch /tmp/x', 'Address'],
  ['-oProxyCommand=x:m', 'Address'],
  ['ext::sh -c touch% /tmp/x', 'Address'],
  ['git://example.com/m.git', 'Address'],
  ['ftp://example.com/m.git', 'Address'],
  ['https://', 'Address'],
  ['http://example.com/m.git', 'PlainHttp'],
])('"%s" is refused with %s', (text, code) => {
  expect(() => repositoryAddress(text)).toThrow(
    new RegExp(`^--repository must .*\\[${code}\\]$`, 's'),
  );
});

test.each([
  'https://ghp_5eCr3t@example.com/m.git',
  'https://x%27ghp_5eCr3t@example.com/m.git',
  "https://x'ghp_5eCr3t@example.com/m.git",
  'http://ghp_5eCr3t@127.0.0.1:3000/m.git',
  'HTTPS://ghp_5eCr3t@example.com/m.git',
])('a user over http may be a token: it is not taken in, or shown', (text) => {
  expect(() => repositoryAddress(text)).toThrow(
    /^--repository must hold no user .*\/m\.git" with one; .*credential helper.*\[Address\]$/,
  );
  expect(() => repositoryAddress(text)).not.toThrow(/5eCr3t|ghp/);
});

test.each([
  'https://jane:hunter2@example.com/m.git',
  'https://:hunter2@example.com/m.git',
  'https://jane:p@hunter2@example.com/m.git',
  'ssh://jane:hunter2@example.com/m.git',
  'jane:hunter2@example.com:m.git',
  'nonsense://jane:hunter2@example.com/m',
])('no password is taken in, or shown', (text) => {
  let message = '';
  try {
    repositoryAddress(text);
  } catch (error) {
    message = String(error);
  }

  expect(message).toContain('[Address]');
  expect(message).toContain('example.com');
  expect(message).not.toMatch(/hunter2|jane/);
});
