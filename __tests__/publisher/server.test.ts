import { Http } from '../../publisher/http';
import type { Answer } from '../../publisher/http';
import { Secrets } from '../../publisher/secrets';
import { Server, refusalOf } from '../../publisher/server';

const answerOf = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/vnd.api+json; charset=utf-8', ...headers },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

describe('the words of the server', () => {
  test.each([
    ['JSON:API', { errors: [{ status: '422', title: 'invalid', detail: 'Name is taken' }] }],
    ['GitLab', { message: 'invalid, Name is taken' }],
    ['Artifactory', { errors: [{ status: 422, message: 'invalid, Name is taken' }] }],
  ])('of %s are shown', (_, body) => {
    expect(refusalOf('PUT there', answerOf(422, body)).message).toBe(
      'PUT there must be answered with success, got 422 Unprocessable Entity ("invalid, Name is taken"); correct what the server names [Refused]',
    );
  });

  test.each([
    ['a page', answerOf(502, '<h1>no</h1>', { 'content-type': 'text/html' })],
    ['broken JSON', answerOf(502, '{')],
    ['other JSON', answerOf(502, { token: 'x', n: [1, null] })],
  ])('that are %s are left out', (_, answer) => {
    expect(refusalOf('GET there', answer).message).toBe(
      'GET there must be answered with success, got 502 Bad Gateway; run this again when the server is well [ServerFailed]',
    );
  });

  test('hold no secret, no password, no second line, and come to an end', () => {
    const body = { message: `bad s3cret\nat https://me:pw@example.com/ ${'x'.repeat(1000)}` };

    const { message } = refusalOf('GET there', answerOf(400, body), new Secrets(['s3cret']));

    expect(message).toContain('("bad *** at https://example.com/ xxx');
    expect(message.length).toBeLessThan(450);
  });
});

test('a redirect is told by its host, for the rest may be signed', () => {
  const headers = { location: 'https://store.example.com/x?signature=1' };

  expect(refusalOf('GET there', answerOf(302, {}, headers)).message).toBe(
    'GET there must be answered with success, got 302 Found to https://store.example.com; credentials follow no redirect, so give the address itself [Moved]',
  );
  expect(refusalOf('GET there', answerOf(302, {}, { location: '/x' })).message).toContain(
    'Found to another path;',
  );
});

describe('a server', () => {
  test('adds paths to its address, and leaves encoded slashes alone', () => {
    const at = (url: string): string =>
      new Server(new Http(), new URL(url), []).urlOf('a%2Fb/c?d=e').href;

    expect(at('https://example.com')).toBe('https://example.com/a%2Fb/c?d=e');
    expect(at('https://example.com/git/')).toBe('https://example.com/git/a%2Fb/c?d=e');
    expect(at('https://example.com/git?x=y#z')).toBe('https://example.com/git/a%2Fb/c?d=e');
  });

  test('that answers with a page is none of an API', () => {
    const at = new Server(new Http(), new URL('https://example.com'), []);
    const request = { method: 'GET', path: 'x' } as const;
    const page = answerOf(200, '<p>log in</p>', { 'content-type': 'text/html' });

    expect(at.contentOf(request, answerOf(200, { a: 1 }))).toEqual({ a: 1 });
    expect(() => at.contentOf(request, page)).toThrow(
      /^GET https:\/\/example\.com\/x must be answered with JSON, got text\/html; .*\[NoJson\]$/,
    );
    expect(() => at.contentOf(request, answerOf(404, {}))).toThrow(/\[NotFound\]$/);
  });

  test('queries are not told', () => {
    const at = new Server(new Http(), new URL('https://example.com'), []);

    const { message } = at.refusal({ method: 'GET', path: 'x?y=z' }, answerOf(404, {}));

    expect(message).toContain('GET https://example.com/x must');
  });
});
