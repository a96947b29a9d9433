import { Secrets } from '../../publisher/secrets';

test('a secret is not shown, nor is what is left of it where it holds another', () => {
  const secrets = new Secrets(['abc', 'xabcy', '']);

  expect(secrets.shown('abc and xabcy and abc')).toBe('*** and *** and ***');
});

test.each([
  // as in RFC 7617
  ['QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'open sesame'],
  ['bWU6YTpi', 'a:b'],
])('what is sent as Basic %s is not shown, and the password in it is not', (basic, password) => {
  const secrets = new Secrets();
  secrets.addBasic(basic);

  expect(secrets.shown(`got Basic ${basic.replace(/=+$/, '')}`)).toBe('got Basic ***');
  expect(secrets.shown(`got "${password}"`)).toBe('got "***"');
  expect(secrets.shown(`got ${basic}, so`)).not.toContain(basic.slice(0, 5));
});

test('nothing is a secret where nothing is sent', () => {
  const secrets = new Secrets(['']);
  secrets.addBasic('');

  expect(secrets.shown('a word')).toBe('a word');
});

test('words are one line without passwords, and come to an end', () => {
  const shown = new Secrets(['s3cret']).shown(
    ` a\n b https://me:pw@example.com/ ${'x'.repeat(280)}s3cret`,
  );

  expect(shown).toMatch(/^a b https:\/\/example\.com\/ x+/);
  expect(shown).not.toContain('s3');
  expect(shown).toHaveLength(300);
});
