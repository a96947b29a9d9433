import type { Answer, Call } from '../../publisher/call';
import { contentOf, refusalOf } from '../../publisher/refusal';

const CALL: Call = { method: 'PUT', url: new URL('https://example.com/x?y=z') };

const answerOf = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: new Headers({ 'content-type': 'application/vnd.api+json; charset=utf-8', ...headers }),
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const messageOf = (answer: Answer, call = CALL): string =>
  refusalOf(call, answer, (words) => words).message;

test.each([
  ['JSON:API', { errors: [{ status: '422', title: 'invalid', detail: 'Name is taken' }] }],
  ['GitLab', { message: 'invalid, Name is taken' }],
  ['GitLab, by attribute', { message: { name: ['invalid', 'Name is taken'] } }],
  ['Artifactory', { errors: [{ status: 422, message: 'invalid, Name is taken' }] }],
])('the words of %s are shown, and no query', (_, body) => {
  expect(messageOf(answerOf(422, body))).toBe(
    'PUT https://example.com/x must be answered with success, got 422 Unprocessable Entity ("invalid, Name is taken"); correct what the server names [Refused]',
  );
});

test.each([
  ['a page', answerOf(502, '<h1>no</h1>', { 'content-type': 'text/html' })],
  ['broken JSON', answerOf(502, '{')],
  ['other JSON', answerOf(502, { token: 'x', n: [1, null] })],
])('%s has no words', (_, answer) => {
  expect(messageOf(answer, { ...CALL, isSigned: true })).toBe(
    'PUT https://example.com must be answered with success, got 502 Bad Gateway; run this again when the server is well [ServerFailed]',
  );
});

test('a redirect is told by its host, for the rest may be signed', () => {
  const headers = { location: 'https://store.example.com/x?signature=1' };

  expect(messageOf(answerOf(302, {}, headers))).toContain(
    'got 302 Found to https://store.example.com; credentials follow no redirect, so give the address itself [Moved]',
  );
  expect(messageOf(answerOf(302, {}, { location: '/x' }))).toContain('Found to another path;');
});

test('what answers with a page is no server of an API', () => {
  const page = answerOf(200, '<p>log in</p>', { 'content-type': 'text/html' });

  expect(contentOf(CALL, answerOf(200, { a: 1 }))).toEqual({ a: 1 });
  expect(() => contentOf(CALL, page)).toThrow(
    /^PUT https:\/\/example\.com\/x must be answered with JSON, got text\/html; .*\[NoJson\]$/,
  );
});
