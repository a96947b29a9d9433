import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Http } from '../../publisher/http';
import type { Call } from '../../publisher/call';

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
async function serve(...doings: readonly Doing[]): Promise<URL> {
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
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
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

  expect(answer.status).toBe(201);
  expect(answer.headers.get('x-terraform-get')).toBe('./a');
  expect(answer.body.toString()).toBe('PUT bytes');
  expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'content-length': '5' });
});

test.each([302, 307, 401, 404, 409])(
  '%d is an answer, and no redirect is followed',
  async (code) => {
    const url = await serve(status(code, { location: '/elsewhere' }));

    expect(await http.call({ method: 'POST', url, body: '{}' }, code)).toMatchObject({
      status: code,
    });
    await expect(http.call({ method: 'POST', url, body: '{}' })).rejects.toThrow(`got ${code} `);
    expect(calls).toHaveLength(2);
  },
);

test('a redirect that is followed takes no credentials to another host', async () => {
  const other = await serve(status(200));
  const headers = { authorization: 'Bearer x' };
  const url = await serve(status(302, { location: new URL('/moved', other).href }), status(404));
  const answer = await http.call({ method: 'GET', url, headers, follows: true });

  expect(answer.status).toBe(200);
  expect(calls.map((call) => call.headers.authorization)).toEqual(['Bearer x', undefined]);
});

test('a redirect to where answers could be changed is refused', async () => {
  const other = await serve(status(200));
  // this machine, by a name that does not say so; from there it leads back
  const location = `${other.origin.replace('127.0.0.1', '0.0.0.0')}/moved?signature=x`;
  const url = await serve(status(302, { location }), status(200));
  const moved = http.call({ method: 'GET', url, follows: true });

  await expect(moved).rejects.toThrow(
    `GET ${url.href} must lead to https://, got ${new URL(location).origin}; ask those who run the server [PlainHttp]`,
  );
  expect(calls).toHaveLength(1);
});

test('no more than five redirects are followed', async () => {
  const url = await serve(status(302, { location: '/moved' }));

  expect(await http.call({ method: 'GET', url, follows: true }, 302)).toMatchObject({
    status: 302,
  });
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

    const answer = await http.call({ ...put, url }, 503);

    expect(answer).toMatchObject({ status: 503 });
    expect(answer.body.toString()).toBe('PUT bytes');
    expect(calls).toHaveLength(3);
  });
});

test('says that nobody is there, without what is secret in the address', async () => {
  const url = await serve(status(200));
  stop();

  await expect(http.call({ method: 'GET', url: new URL('/a?token=s3cret', url) })).rejects.toThrow(
    new RegExp(
      `^GET ${url.href}a must be answered, got ECONNREFUSED .* after 3 tries; check the address, the network and the certificate of the server, and set NODE_USE_ENV_PROXY=1 for a proxy \\(Node.js 22.21 or newer\\) \\[Unreachable\\]$`,
    ),
  );
  await expect(
    http.call({ method: 'GET', url: new URL('/s3cret', url), isSigned: true }),
  ).rejects.toThrow(`GET ${url.origin} must`);
});

test('a server that is silent is asked again, and given up', async () => {
  const url = await serve(() => undefined);

  await expect(http.call({ method: 'GET', url })).rejects.toThrow(/timeout after 3 tries/);
  expect(calls).toHaveLength(3);
});

test('a server without TLS is told from one that is not there', async () => {
  const url = new URL((await serve(status(200))).href.replace('http:', 'https:'));

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
    `GET ${url.href} must be answered with at most 67108864 bytes, got more; check the address [LargeAnswer]`,
  );
  expect(calls).toHaveLength(1);
});

describe('what a server says of secrets is not shown', () => {
  const refused = async (calling: Http, message: string): Promise<string> => {
    const url = await serve((answer) => {
      answer.writeHead(400, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ message }));
    });
    const { message: told } = (await calling
      .call({ method: 'GET', url })
      .catch((error: unknown) => error)) as Error;
    return /\("(.*)"\)/.exec(told)?.[1] ?? '';
  };

  test('nor what is left of one that holds another', async () => {
    const calling = new Http();
    expect([calling.bearer('abc'), calling.bearer('xabcy')]).toEqual([
      'Bearer abc',
      'Bearer xabcy',
    ]);

    expect(await refused(calling, 'abc and xabcy and abc')).toBe('*** and *** and ***');
  });

  test.each([
    // as in RFC 7617
    ['Aladdin', 'open sesame', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['me', 'a:b', 'bWU6YTpi'],
  ])('nor the password of %s, in no form', async (user, password, basic) => {
    const calling = new Http();
    expect(calling.basic(user, password)).toBe(`Basic ${basic}`);

    const bare = basic.replace(/=+$/, '');
    expect(await refused(calling, `Basic ${bare}, ${password}`)).toBe('Basic ***, ***');
    expect(await refused(calling, `Basic ${basic}`)).not.toContain(bare);
  });

  test('words are one line without passwords, and come to an end', async () => {
    const calling = new Http();
    calling.bearer('s3cret');
    const words = ` a\n b https://me:pw@example.com/ ${'x'.repeat(280)}s3cret`;
    const shown = await refused(calling, words);

    expect(shown).toMatch(/^a b https:\/\/example\.com\/ x+/);
    expect(shown).not.toContain('s3');
    expect(shown).toHaveLength(300);
  });
});

test('JSON is read, and a status may stand for none', async () => {
  const url = await serve(
    (answer) => answer.end('{"a":1}'),
    status(404),
    (answer) => answer.end('<p>log in</p>'),
  );
  const call = { method: 'GET', url } as const;

  expect(await http.json(call, 404)).toEqual({ a: 1 });
  expect(await http.json(call, 404)).toBeUndefined();
  await expect(http.json(call, 404)).rejects.toThrow('[NoJson]');
});
