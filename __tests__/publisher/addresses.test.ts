import { below, serverAddress, signedAddress, withoutPassword } from '../../publisher/addresses';
import { usageError } from '../fixtures/usage-error';

describe('a text without passwords', () => {
  test.each([
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['fatal: https://secret@example.com/a: not found', 'fatal: https://example.com/a: not found'],
    ["'ssh://git:secret@example.com' and https://a:b@c.d", "'ssh://example.com' and https://c.d"],
  ])('of %s', (text, expected) => {
    expect(withoutPassword(text)).toBe(expected);
  });

  test.each(['git@example.com:acme/x.git', 'mail me@example.com', 'https://example.com/@scope'])(
    'leaves %s as it is',
    (text) => {
      expect(withoutPassword(text)).toBe(text);
    },
  );
});

describe('the address of a server', () => {
  test.each([
    'https://example.com',
    'https://example.com:8443/base',
    'http://127.0.0.1:5000',
    'http://localhost',
    'http://[::1]:80',
  ])('may be %s', (text) => {
    expect(serverAddress('--url', text).href).toContain(new URL(text).host);
  });

  test.each([
    ['example.com', 'Address'],
    ['ftp://example.com', 'Address'],
    ['', 'Address'],
    ['https://user:secret@example.com', 'Address'],
    ['https://example.com/?token=secret', 'Address'],
    ['https://example.com/#secret', 'Address'],
    ['http://example.com', 'PlainHttp'],
    ['http://127.0.0.1.example.com', 'PlainHttp'],
    ['http://localhost.example.com', 'PlainHttp'],
  ])('may not be %s', (text, code) => {
    const act = (): URL => serverAddress('--url', text);

    expect(act).toThrow(usageError(code));
    expect(act).toThrow(/^--url must /);
    expect(act).not.toThrow(/secret/);
  });
});

test('a path is added to the address of a server, and encoded slashes are left alone', () => {
  const at = (url: string): string => below(new URL(url), 'a%2Fb/c?d=e').href;

  expect(at('https://example.com')).toBe('https://example.com/a%2Fb/c?d=e');
  expect(at('https://example.com/git/')).toBe('https://example.com/git/a%2Fb/c?d=e');
  expect(at('https://example.com/git?x=y#z')).toBe('https://example.com/git/a%2Fb/c?d=e');
});

describe('an address that a server gave out', () => {
  const base = new URL('https://registry.example.com/v1/modules/download');

  test.each([
    ['https://store.example.com/a?b=c', 'https://store.example.com/a?b=c'],
    ['/a', 'https://registry.example.com/a'],
    ['./a', 'https://registry.example.com/v1/modules/a'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
  ])('may be %s', (text, url) => {
    expect(signedAddress(text, base).href).toBe(url);
  });

  test.each([
    'http://store.example.com/a?signature=x',
    'ftp://x/',
    'https://[',
    'git::https://x/',
    null,
  ])('may not be %s, which is not shown', (text) => {
    const act = (): URL => signedAddress(text, base);

    expect(act).toThrow(/registry\.example\.com gave out must begin with https.*\[PlainHttp\]$/);
    expect(act).not.toThrow('signature');
  });
});
