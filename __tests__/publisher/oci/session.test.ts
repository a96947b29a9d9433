import { Http } from '../../../publisher/http';
import { imageRepository } from '../../../publisher/oci/image-repository';
import { Session, callerOf } from '../../../publisher/oci/session';
import type { Caller } from '../../../publisher/oci/session';
import { imageServers } from '../../fixtures/image-server';
import type { Answering, ImageServer } from '../../fixtures/image-server';

const startServer = imageServers();

const BASIC = Buffer.from('jane:hunter2').toString('base64');
const http = new Http({ env: {} }, { tries: 2, shortest: 1, longest: 5 });

const sessionOf = ({ origin }: ImageServer, caller?: Caller): Session =>
  new Session(http, imageRepository(`${origin}/acme/m`), caller);

const look = ({ origin }: ImageServer) =>
  ({ method: 'HEAD', url: `${origin}/v2/acme/m/blobs/sha256:0` }) as const;

/** Wants a token with the name of the scope that a call needs. */
function tokens(server: ImageServer, answer: (scope: string | null) => string): Answering {
  return ({ url, method, authorization }) => {
    if (url.pathname === '/token') {
      return authorization === undefined || authorization === `Basic ${BASIC}`
        ? [200, {}, answer(url.searchParams.get('scope'))]
        : [401];
    }
    const scope = `repository:acme/m:${method === 'HEAD' ? 'pull' : 'pull,push'}`;
    return authorization === `Bearer ${scope}` ||
      authorization === 'Bearer repository:acme/m:pull,push'
      ? undefined
      : [
          401,
          {
            'www-authenticate': `Bearer realm="${server.origin}/token",service="s",scope="${scope}"`,
          },
        ];
  };
}

test.each([
  [{}, undefined],
  [{ OCI_USERNAME: 'jane', OCI_PASSWORD: 'hunter2' }, { basic: BASIC }],
  [{ OCI_TOKEN: 't' }, { token: 't' }],
  [{ OCI_TOKEN: 't', OCI_USERNAME: 'jane', OCI_PASSWORD: 'x' }, { token: 't' }],
  [{ OCI_TOKEN: '', OCI_USERNAME: '' }, undefined],
])('%j says who calls', (env, caller) => {
  expect(callerOf({ env })).toEqual(caller);
});

test.each([{ OCI_USERNAME: 'jane' }, { OCI_PASSWORD: 'hunter2' }])(
  'half of it is refused',
  (env) => {
    expect(() => callerOf({ env })).toThrow('OCI_USERNAME and OCI_PASSWORD must be set together');
    expect(() => callerOf({ env })).not.toThrow('hunter2');
  },
);

test('who is not asked says nothing', async () => {
  const server = await startServer();
  await sessionOf(server, { basic: BASIC }).call(look(server));

  expect(server.calls.map(({ authorization }) => authorization)).toEqual([undefined]);
});

test('a password is given when it is asked for, and then at once', async () => {
  const server = await startServer();
  server.answering = ({ authorization }) =>
    authorization === `Basic ${BASIC}`
      ? undefined
      : [401, { 'www-authenticate': 'Basic realm="r"' }];
  const session = sessionOf(server, { basic: BASIC });

  expect((await session.call(look(server))).status).toBe(404);
  expect((await session.call(look(server))).status).toBe(404);
  expect(server.calls).toHaveLength(3);
});

test('a token is had for the scope of the call, and a wider one when it is needed', async () => {
  const server = await startServer();
  server.answering = tokens(server, (scope) => JSON.stringify({ token: scope }));
  const session = sessionOf(server, { basic: BASIC });
  await session.call(look(server));
  const url = `${server.origin}/v2/acme/m/blobs/uploads/`;
  expect((await session.call({ method: 'POST', url })).status).toBe(202);
  expect((await session.call(look(server))).status).toBe(404);

  const [, asked] = server.calls;
  expect(asked?.url.search).toBe('?service=s&scope=repository%3Aacme%2Fm%3Apull');
  // the registry itself never sees the password
  const registry = server.calls.filter(({ url: { pathname } }) => pathname !== '/token');
  expect(registry.filter(({ authorization = '' }) => authorization.includes(BASIC))).toEqual([]);
  expect(registry).toHaveLength(5);
});

test.each([
  '{"access_token":"repository:acme/m:pull"}',
  '{"token":"","access_token":"repository:acme/m:pull"}',
])('without a user a token is had as well: %s', async (answer) => {
  const server = await startServer();
  server.answering = tokens(server, () => answer);

  expect((await sessionOf(server).call(look(server))).status).toBe(404);
});

test('a token of the environment is given at once, and no other is asked for', async () => {
  const server = await startServer();
  server.answering = ({ authorization }) =>
    authorization === 'Bearer mine'
      ? undefined
      : [401, { 'www-authenticate': `Bearer realm="${server.origin}/token"` }];

  expect((await sessionOf(server, { token: 'mine' }).call(look(server))).status).toBe(404);
  await expect(sessionOf(server, { token: 'other' }).call(look(server))).rejects.toThrow(
    'NotAuthorized',
  );
  expect(server.said()).not.toContain('GET /token');
});

test.each([
  ['a wrong password', { basic: BASIC }, { 'www-authenticate': 'Basic' }, 'does not take'],
  ['no password', undefined, { 'www-authenticate': 'Basic' }, 'no credentials'],
  ['no way to say who calls', { basic: BASIC }, {}, 'does not take'],
])('%s is told, without it', async (_, caller, headers, words) => {
  const server = await startServer();
  server.answering = () => [401, headers];
  const call = sessionOf(server, caller).call(look(server));

  await expect(call).rejects.toMatchObject({ code: 'NotAuthorized' });
  await expect(call).rejects.toThrow(words);
  await expect(call).rejects.not.toThrow(/hunter2|amFuZ/);
});

test('the password is given to no server that could be overheard', async () => {
  const server = await startServer();
  server.answering = () => [
    401,
    { 'www-authenticate': 'Bearer realm="http://tokens.example.com/t"' },
  ];

  await expect(sessionOf(server, { basic: BASIC }).call(look(server))).rejects.toMatchObject({
    code: 'PlainHttp',
  });
});

test.each(['no json', '{}', '{"token":7}'])(
  'a token server that says %s is told',
  async (answer) => {
    const server = await startServer();
    server.answering = tokens(server, () => answer);

    await expect(sessionOf(server).call(look(server))).rejects.toThrow(
      '/token must take the caller',
    );
  },
);

test('another server is not told who calls', async () => {
  const [server, other] = [await startServer(), await startServer()];
  await sessionOf(server, { token: 'mine' }).call(look(other));

  expect(other.calls.map(({ authorization }) => authorization)).toEqual([undefined]);
});
