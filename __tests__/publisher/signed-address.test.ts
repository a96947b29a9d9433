import { callSigned, signedAddress } from '../../publisher/signed-address';
import { errorOf, impatientHttp } from '../fixtures/registries/publishing';
import { TestServer, startedServers } from '../fixtures/registries/test-server';
import type { Asked, Reply } from '../fixtures/registries/test-server';

const BASE = new URL('https://registry.example.com/v1/modules/download');

test.each([
  ['https://store.example.com/a?b=c', 'https://store.example.com/a?b=c'],
  ['/a', 'https://registry.example.com/a'],
  ['./a', 'https://registry.example.com/v1/modules/a'],
  ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
])('%s is taken', (text, url) => {
  expect(signedAddress(text, BASE).href).toBe(url);
});

test.each([
  'http://store.example.com/a?signature=x',
  'ftp://x/',
  'https://[',
  'git::https://x/',
  undefined,
])('%s is refused, and not shown', async (text) => {
  const message = await errorOf((async () => Promise.resolve(signedAddress(text, BASE)))());

  expect(message).toMatch(/registry\.example\.com gave out must begin with https.*\[PlainHttp\]$/);
});

/** Moves `/v1/object/1` to `/v1/object/0`, which has the content. */
class Moving extends TestServer {
  protected reply({ path }: Asked): Reply {
    return path === '/v1/object/1'
      ? { status: 307, headers: { location: '/v1/object/0?signature=x' } }
      : path === '/v1/object/0'
        ? { status: 200, body: Buffer.from('content') }
        : { status: 403 };
  }
}

describe('what lies there', () => {
  const started = startedServers();

  test.each([0, 1])('is had after %i redirects', async (moves) => {
    const { url } = await started(new Moving());
    const call = { method: 'GET', url: new URL(`${url}/v1/object/${moves}`) } as const;

    expect((await callSigned(impatientHttp, call)).toString()).toBe('content');
  });

  test('is uploaded there and nowhere else', async () => {
    const { url } = await started(new Moving());
    const call = { method: 'PUT', url: new URL(`${url}/v1/object/1`) } as const;

    expect(await errorOf(callSigned(impatientHttp, call))).toContain('[Moved]');
  });

  test('is told by its host where it is refused, or there is no answer', async () => {
    const server = await started(new Moving());
    const url = new URL(`${server.url}/v1/object/secret`);

    expect(await errorOf(callSigned(impatientHttp, { method: 'PUT', url }))).toContain(
      `PUT ${url.origin} must be answered with success, got 403`,
    );
    server.from(() => 'cut before');
    expect(await errorOf(callSigned(impatientHttp, { method: 'GET', url }))).toContain(
      `GET ${url.origin} must be answered, got`,
    );
  });
});
