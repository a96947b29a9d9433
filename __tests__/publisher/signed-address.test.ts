import { Http } from '../../publisher/http';
import { download, isMoved, signedAddress } from '../../publisher/signed-address';
import { errorOf } from '../fixtures/registries/publishing';
import { TestServer } from '../fixtures/registries/test-server';
import type { Asked, Reply } from '../fixtures/registries/test-server';

/** Moves `/3` to `/2`, and so on to `/0`, which has the content. */
class Moving extends TestServer {
  protected reply({ path, headers }: Asked): Reply {
    const left = Number(path.slice(1));
    if (headers.authorization !== undefined) {
      return { status: 400 };
    }
    return left === 0
      ? { status: 200, body: Buffer.from('content') }
      : { status: 302, headers: { location: `${left - 1}?signature=x` } };
  }
}

const BASE = new URL('https://registry.example.com/v1/modules/download');

test.each([
  ['https://store.example.com/a?b=c', 'https://store.example.com/a?b=c'],
  ['/a', 'https://registry.example.com/a'],
  ['./a', 'https://registry.example.com/v1/modules/a'],
  ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
])('%s is taken', (text, url) => {
  expect(signedAddress(text, BASE).href).toBe(url);
});

test.each(['http://store.example.com/a?signature=x', 'ftp://x/', 'https://[', 'git::https://x/'])(
  '%s is refused, and not shown',
  async (text) => {
    const message = await errorOf((async () => Promise.resolve(signedAddress(text, BASE)))());

    expect(message).toMatch(
      /registry\.example\.com gave out must begin with https.*\[PlainHttp\]$/,
    );
  },
);

test.each([
  [302, { location: '/' }, true],
  [308, { location: '/' }, true],
  [302, {}, false],
  [200, { location: '/' }, false],
])('%i with %j', (status, headers, expected) => {
  expect(isMoved({ status, headers, body: Buffer.alloc(0) })).toBe(expected);
});

describe('what lies there', () => {
  const server = new Moving();
  const http = new Http({ env: {} }, { tries: 1, shortest: 1, longest: 1 });
  beforeAll(async () => {
    await server.start();
  });
  afterAll(() => {
    server.stop();
  });

  test.each([0, 1, 3])('is fetched after %i redirects', async (moves) => {
    expect((await download(http, new URL(`${server.url}/${moves}`))).toString()).toBe('content');
  });

  test('is not searched for ever', async () => {
    expect(await errorOf(download(http, new URL(`${server.url}/4`)))).toMatch(/\[Moved\]$/);
  });

  test('is told by its host where there is no answer', async () => {
    const gone = await new Moving().start();
    const url = new URL(`${gone.url}/v1/object/secret`);
    gone.stop();

    expect(await errorOf(download(http, url))).toContain(`GET ${url.origin} must be answered`);
  });
});
