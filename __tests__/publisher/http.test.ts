import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Http } from '../../publisher/http';
import type { Call } from '../../publisher/http';

/** What the server does with the n-th call, from 0; the last one for all that follow. */
type Doing = (answer: ServerResponse, call: IncomingMessage, body: string) => void;

const status =
  (code: number, headers = {}): Doing =>
  (answer, call, body) => {
    answer.writeHead(code, headers).end(`${call.method ?? ''} ${body}`);
  };
const cut: Doing = (answer) => {
  answer.destroy();
};

let server: Server;
let calls: { readonly at: number; readonly call: IncomingMessage }[];
let url: string;

async function serve(...doings: readonly Doing[]): Promise<void> {
  calls = [];
  server = createServer((call, answer) => {
    let body = '';
    call.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    call.on('end', () => {
      calls.push({ at: Date.now(), call });
      doings[Math.min(calls.length, doings.length) - 1]?.(answer, call, body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const http = (env = {}): Http =>
  new Http({ env }, { tries: 3, shortest: 1, longest: 2_000, silence: 300 });
const put: Pick<Call, 'method' | 'body'> = { method: 'PUT', body: Buffer.from('bytes') };

test('an answer has its status, its headers and its body', async () => {
  await serve(status(201, { 'X-Terraform-Get': './a', 'set-cookie': ['a', 'b'] }));

  const answer = await http().call({ ...put, url, headers: { authorization: 'Bearer x' } });

  expect(answer).toMatchObject({
    status: 201,
    headers: { 'x-terraform-get': './a', 'set-cookie': 'a' },
  });
  expect(answer.body.toString()).toBe('PUT bytes');
  expect(calls[0]?.call.headers).toMatchObject({
    authorization: 'Bearer x',
    'content-length': '5',
  });
});

test.each([301, 302, 307, 401, 404, 409, 422])(
  '%d is an answer, and no redirect is followed',
  async (code) => {
    await serve(status(code, { location: '/elsewhere' }));

    expect(await http().call({ method: 'POST', url, body: '{}' })).toMatchObject({ status: code });
    expect(calls).toHaveLength(1);
  },
);

describe('is made again, with the whole body', () => {
  test.each([429, 500, 502, 503, 504])('after %d', async (code) => {
    await serve(status(code), status(code), status(200));

    const { body } = await http().call({ ...put, url });

    expect(body.toString()).toBe('PUT bytes');
    expect(calls).toHaveLength(3);
  });

  test('after a connection was cut', async () => {
    await serve(cut, cut, status(200));

    expect(await http().call({ ...put, url })).toMatchObject({ status: 200 });
  });

  test('when the server wants it', async () => {
    await serve(status(429, { 'retry-after': '1' }), status(200));

    await http().call({ method: 'GET', url });

    const [first, second] = calls;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  test('for a POST, if the server says that it did nothing', async () => {
    await serve(status(429), status(201));

    expect(await http().call({ method: 'POST', url, body: '{}' })).toMatchObject({ status: 201 });
  });
});

describe('is not made again', () => {
  test('for a POST that the server may have taken', async () => {
    await serve(status(503), status(201));
    expect(await http().call({ method: 'POST', url, body: '{}' })).toMatchObject({ status: 503 });
    server.close();

    await serve(cut, status(201));
    await expect(http().call({ method: 'POST', url, body: '{}' })).rejects.toMatchObject({
      code: 'Unreachable',
    });
    expect(calls).toHaveLength(1);
  });

  test('more often than it has patience', async () => {
    await serve(status(503));

    const called = http().call({ method: 'GET', url: `${url}/a?token=s3cret` });

    await expect(called).rejects.toThrow(
      `GET ${url}/a must be answered, got the status 503 after up to 3 tries; run this again when the server is there [Unreachable]`,
    );
    expect(calls.length).toBeLessThanOrEqual(4);
  });
});

test('says that nobody is there', async () => {
  await serve(status(200));
  server.close();

  await expect(http().call({ method: 'GET', url })).rejects.toThrow(/got ECONNREFUSED/);
});

test('a server that is silent is asked again, and given up', async () => {
  await serve(() => undefined);

  await expect(http().call({ method: 'GET', url })).rejects.toThrow(
    /got UND_ERR_HEADERS_TIMEOUT .* after up to 3 tries/,
  );
  expect(calls.length).toBeGreaterThan(1);
});

test('a server without TLS is told from one that is not there', async () => {
  await serve(status(200));

  await expect(http().call({ method: 'GET', url: url.replace('http:', 'https:') })).rejects.toThrow(
    /connection that can be trusted, got ERR_SSL_\w+; look at the address, and at the certificate/,
  );
});

test('goes through a proxy where the environment names one, and around it where it says so', async () => {
  await serve(status(200));
  const asked: (string | undefined)[] = [];
  server.on('connect', (call, socket) => {
    asked.push(call.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });

  const through = http({ http_proxy: url }).call({ method: 'GET', url: 'http://example.invalid/' });
  const around = http({ http_proxy: 'http://127.0.0.1:1', no_proxy: '127.0.0.1' });

  await expect(through).rejects.toMatchObject({ code: 'Unreachable' });
  expect(asked).toEqual(['example.invalid:80']);
  expect(await around.call({ method: 'GET', url })).toMatchObject({ status: 200 });
});

test('an answer without end is given up', async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  await serve((answer) => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(chunk)) {
        // until the caller is slower
      }
    };
    answer.on('drain', more);
    more();
  });

  await expect(new Http({ env: {} }, { tries: 1 }).call({ method: 'GET', url })).rejects.toThrow(
    `GET ${url} must be answered with at most 67108864 bytes, got more; check the address [LargeAnswer]`,
  );
});
