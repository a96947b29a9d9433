import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Http } from '../../publisher/http';
import type { Call } from '../../publisher/http';

/** What a server does with the n-th call, from 0; the last one for all that follow. */
type Doing = (answer: ServerResponse, call: IncomingMessage, body: string) => void;

const status =
  (code: number, headers = {}): Doing =>
  (answer, { method = '' }, body) => {
    answer.writeHead(code, headers).end(`${method} ${body}`);
  };
const cut: Doing = (answer) => {
  answer.destroy();
};

const servers: ReturnType<typeof createServer>[] = [];
let calls: { readonly at: number; readonly headers: IncomingMessage['headers'] }[];

/** Starts a server, and gives its address. */
async function serve(...doings: readonly Doing[]): Promise<string> {
  calls = [];
  const server = createServer((call, answer) => {
    let body = '';
    call.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    call.on('end', () => {
      calls.push({ at: performance.now(), headers: call.headers });
      doings[Math.min(calls.length, doings.length) - 1]?.(answer, call, body);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const stop = (): void => {
  servers.splice(0).forEach((server) => {
    server.close();
    server.closeAllConnections();
  });
};
afterEach(stop);

const http = new Http({ tries: 3, shortest: 1, longest: 2_000, limit: 300 });
const put: Pick<Call, 'method' | 'body'> = { method: 'PUT', body: Buffer.from('bytes') };

test('an answer has its status, its headers and its body', async () => {
  const url = await serve(status(201, { 'X-Terraform-Get': './a' }));
  const answer = await http.call({ ...put, url, headers: { authorization: 'Bearer x' } });

  expect(answer).toMatchObject({ status: 201, headers: { 'x-terraform-get': './a' } });
  expect(answer.body.toString()).toBe('PUT bytes');
  expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'content-length': '5' });
});

test.each([302, 307, 401, 404, 409])(
  '%d is an answer, and no redirect is followed',
  async (code) => {
    const url = await serve(status(code, { location: '/elsewhere' }));

    expect(await http.call({ method: 'POST', url, body: '{}' })).toMatchObject({ status: code });
    expect(calls).toHaveLength(1);
  },
);

test('a redirect that is followed takes no credentials to another host', async () => {
  const other = await serve(status(200));
  const headers = { authorization: 'Bearer x' };
  const url = await serve(status(302, { location: `${other}/moved` }), status(404));
  const answer = await http.call({ method: 'GET', url, headers, follows: true });

  expect(answer.status).toBe(200);
  expect(calls.map((call) => call.headers.authorization)).toEqual(['Bearer x', undefined]);
});

test('a redirect to where answers could be changed is refused', async () => {
  const other = await serve(status(200));
  // this machine, by a name that does not say so; from there it leads back
  const location = `${other.replace('127.0.0.1', '0.0.0.0')}/moved?signature=x`;
  const url = await serve(status(302, { location }), status(200));
  const moved = http.call({ method: 'GET', url, follows: true });

  await expect(moved).rejects.toThrow(
    `GET ${url} must lead to https://, got ${new URL(location).origin}; ask those who run the server [PlainHttp]`,
  );
  expect(calls).toHaveLength(1);
});

test('no more than five redirects are followed', async () => {
  const url = await serve(status(302, { location: '/moved' }));

  expect(await http.call({ method: 'GET', url, follows: true })).toMatchObject({ status: 302 });
  expect(calls).toHaveLength(6);
});

describe('is made again, with the whole body', () => {
  test.each([429, 500, 502, 503, 504])('after %d', async (code) => {
    const url = await serve(status(code), status(code), status(200));

    expect((await http.call({ ...put, url })).body.toString()).toBe('PUT bytes');
    expect(calls).toHaveLength(3);
  });

  test('after a connection was cut', async () => {
    const url = await serve(cut, cut, status(200));

    expect(await http.call({ ...put, url })).toMatchObject({ status: 200 });
  });

  test('when the server wants it, but not much later', async () => {
    const url = await serve(status(429, { 'retry-after': '1' }), status(200));
    await http.call({ method: 'GET', url });
    const [first, second] = calls;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(990);

    const hurried = new Http({ tries: 2, longest: 1 });
    const busy = await serve(status(429, { 'retry-after': '60' }), status(200));
    expect(await hurried.call({ method: 'GET', url: busy })).toMatchObject({ status: 200 });
  });

  test('and no more often than it has patience', async () => {
    const url = await serve(status(503));

    const answer = await http.call({ ...put, url });

    expect(answer).toMatchObject({ status: 503 });
    expect(answer.body.toString()).toBe('PUT bytes');
    expect(calls).toHaveLength(3);
  });
});

test('says that nobody is there, without what is secret in the address', async () => {
  const url = await serve(status(200));
  stop();

  await expect(http.call({ method: 'GET', url: `${url}/a?token=s3cret` })).rejects.toThrow(
    new RegExp(
      `^GET ${url}/a must be answered, got ECONNREFUSED .* after 3 tries; check the address, the network and the certificate of the server, and set NODE_USE_ENV_PROXY=1 for a proxy \\(Node.js 22.21 or newer\\) \\[Unreachable\\]$`,
    ),
  );
  await expect(http.call({ method: 'GET', url: `${url}/s3cret`, isSigned: true })).rejects.toThrow(
    `GET ${url} must`,
  );
});

test('a server that is silent is asked again, and given up', async () => {
  const url = await serve(() => undefined);

  await expect(http.call({ method: 'GET', url })).rejects.toThrow(/timeout after 3 tries/);
  expect(calls).toHaveLength(3);
});

test('a server without TLS is told from one that is not there', async () => {
  const url = (await serve(status(200))).replace('http:', 'https:');

  await expect(http.call({ method: 'GET', url })).rejects.toThrow(/got ERR_SSL_\w+/);
});

test('an answer without end is given up', async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  const url = await serve((answer) => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(chunk)) {
        // until the caller is slower
      }
    };
    answer.on('drain', more);
    more();
  });

  await expect(new Http().call({ method: 'GET', url })).rejects.toThrow(
    `GET ${url} must be answered with at most 67108864 bytes, got more; check the address [LargeAnswer]`,
  );
  expect(calls).toHaveLength(1);
});
