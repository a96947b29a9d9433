import { Http } from '../../../publisher/http';
import { MANIFEST_TYPE } from '../../../publisher/oci/image';
import { ImageRegistry } from '../../../publisher/oci/image-registry';
import { imageRepository } from '../../../publisher/oci/image-repository';
import { Session } from '../../../publisher/oci/session';
import type { Caller } from '../../../publisher/oci/session';
import { digestOf } from '../../../publisher/archive';
import { imageServers } from '../../fixtures/image-server';
import type { ImageServer } from '../../fixtures/image-server';

const startServer = imageServers();
const http = new Http({ env: {} }, { tries: 3, shortest: 1, longest: 5 });

function registryOf({ origin }: ImageServer): ImageRegistry {
  const repository = imageRepository(`${origin}/acme/m`);
  return new ImageRegistry(new Session(http, repository, { token: 'mine' }), repository);
}

const bytes = Buffer.from('some bytes');
const BLOB = { name: 'archive', bytes, digest: digestOf(bytes) } as const;

test('a blob is uploaded once', async () => {
  const server = await startServer();
  const registry = registryOf(server);
  await registry.putBlob(BLOB);
  await registry.putBlob(BLOB);

  expect(server.blobs).toEqual(new Set([BLOB.digest]));
  expect(server.said().map((call) => call.split('/')[0])).toEqual([
    'HEAD ',
    'POST ',
    'PUT ',
    'HEAD ',
  ]);
});

test.each([
  ['a whole address', (server: ImageServer) => `${server.origin}/v2/acme/m/blobs/uploads/x`],
  ['one without a query', () => '/v2/acme/m/blobs/uploads/x'],
])('the upload goes to where the registry says: %s', async (_, location) => {
  const server = await startServer();
  server.answering = ({ method, url }) => {
    if (method === 'POST') {
      return [202, { location: location(server) }];
    }
    return method === 'PUT' && url.search === `?digest=${BLOB.digest}` ? [201] : undefined;
  };

  await expect(registryOf(server).putBlob(BLOB)).resolves.toBeUndefined();
});

test('a storage that takes the upload is not told who calls', async () => {
  const [server, storage] = [await startServer(), await startServer()];
  server.answering = ({ method }) =>
    method === 'POST' ? [202, { location: `${storage.origin}/put?signature=a%2Fb+c` }] : undefined;
  storage.answering = () => [201];
  await registryOf(server).putBlob(BLOB);

  const [call] = storage.calls;
  expect(call).toMatchObject({ method: 'PUT', authorization: undefined, body: bytes });
  expect(call?.url.search).toBe(`?signature=a%2Fb+c&digest=${BLOB.digest}`);
});

test('an upload over http goes nowhere', async () => {
  const server = await startServer();
  server.answering = ({ method }) =>
    method === 'POST' ? [202, { location: 'http://example.com/put?secret' }] : undefined;
  const upload = registryOf(server).putBlob(BLOB);

  await expect(upload).rejects.toMatchObject({ code: 'PlainHttp' });
  await expect(upload).rejects.not.toThrow('secret');
});

test('a busy registry is asked again, for an upload as well', async () => {
  const server = await startServer();
  let calls = 0;
  server.answering = () => ((calls += 1) % 2 === 1 ? [503] : undefined);

  await registryOf(server).putBlob(BLOB);
  expect(server.blobs.size).toBe(1);
});

test('an upload whose answer got lost is there', async () => {
  const server = await startServer();
  let isLost = true;
  server.answering = ({ method }) => {
    if (method === 'PUT' && isLost) {
      isLost = false;
      server.blobs.add(BLOB.digest);
      return [502];
    }
    // the session of the upload is over
    return method === 'PUT' ? [404] : undefined;
  };

  await expect(registryOf(server).putBlob(BLOB)).resolves.toBeUndefined();
});

test.each(['POST', 'PUT'])('what the registry says against a %s is told', async (method) => {
  const server = await startServer();
  server.answering = (call) =>
    call.method === method
      ? [403, {}, '{"errors":[{"code":"DENIED","message":"pull only, https://a:pw@example.com"}]}']
      : undefined;
  const upload = registryOf(server).putBlob(BLOB);

  await expect(upload).rejects.toMatchObject({ code: 'RegistryRefused' });
  await expect(upload).rejects.toThrow('status 403: DENIED pull only, https://example.com');
});

describe('a registry that says what it was sent', () => {
  const basic = Buffer.from('jane:hunter2').toString('base64');
  const said = (caller: Caller, words: (sent: string) => string): Promise<string> =>
    startServer().then(async (server) => {
      const wanted = caller.token === undefined ? 'Bearer' : 'none';
      server.answering = ({ url, authorization = '' }) => {
        if (url.pathname === '/token') {
          return [200, {}, '{"token":"fetched-for-jane"}'];
        }
        return authorization === ''
          ? [401, { 'www-authenticate': `${wanted} realm="${server.origin}/token"` }]
          : [400, {}, JSON.stringify({ errors: [{ code: 'BAD', message: words(authorization) }] })];
      };
      const repository = imageRepository(`${server.origin}/acme/m`);
      const registry = new ImageRegistry(new Session(http, repository, caller), repository);
      return registry.manifest('1.0.0').then(
        () => 'nothing',
        (error: unknown) => String(error),
      );
    });

  test.each([
    ['the token of the environment', { token: 'mine-alone' }, (sent: string) => sent],
    ['a token that it gave', { basic }, (sent: string) => sent],
    ['user and password', { basic }, () => `Bearer ${basic}`],
    ['the password', { basic }, () => 'Bearer hunter2'],
  ])('shows nobody %s', async (_, caller, words) => {
    expect(await said(caller, words)).toContain('got the status 400: BAD Bearer ***; let');
  });
});

test('an upload without an address is refused', async () => {
  const server = await startServer();
  server.answering = ({ method }) => (method === 'POST' ? [202] : undefined);

  await expect(registryOf(server).putBlob(BLOB)).rejects.toMatchObject({ code: 'RegistryRefused' });
});

test('a blob that is somewhere else is there', async () => {
  const server = await startServer();
  server.answering = () => [307, { location: 'https://storage.example.com/' }];

  expect(await registryOf(server).hasBlob(BLOB.digest)).toBe(true);
});

test('a manifest is what is there, whatever the registry says about it', async () => {
  const server = await startServer();
  const registry = registryOf(server);
  expect(await registry.manifest('1.0.0')).toBeUndefined();
  const text = '{"mediaType":"application/vnd.oci.image.index.v1+json"}';
  server.answering = () => [
    200,
    { 'content-type': 'application/vnd.oci.image.index.v1+json', 'docker-content-digest': 'x' },
    text,
  ];

  expect(await registry.manifest('1.0.0')).toEqual({
    bytes: Buffer.from(text),
    type: 'application/vnd.oci.image.index.v1+json',
    digest: digestOf(text),
  });
});

test.each([
  [{ 'content-type': 'text/html; charset=utf-8' }, 'text/html; charset=utf-8'],
  [{ 'content-type': 'application/json' }, 'application/json'],
  [{}, 'something without a type'],
])('what comes as %j is no manifest', async (headers, shown) => {
  const server = await startServer();
  server.answering = () => [200, headers, '<p>log in</p>'];

  await expect(registryOf(server).manifest('1.0.0')).rejects.toThrow(
    `/v2/acme/m/manifests/1.0.0 must be answered with the JSON of a manifest, got ${shown}; check the address, and what lies before the registry [NoJson]`,
  );
});

test.each([
  'application/vnd.oci.image.manifest.v1+json; charset=utf-8',
  'Application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
])('what comes as %s is a manifest', async (type) => {
  const server = await startServer();
  server.answering = () => [200, { 'content-type': type }, '{}'];

  expect(await registryOf(server).manifest('1.0.0')).toMatchObject({ digest: digestOf('{}') });
  expect(server.calls).toHaveLength(1);
});

test('a manifest that names what is not there is refused', async () => {
  const registry = registryOf(await startServer());
  const manifest = Buffer.from('{"config":{"digest":"sha256:0"},"layers":[]}');

  await expect(
    registry.putManifest('1.0.0', { bytes: manifest, type: MANIFEST_TYPE }),
  ).rejects.toThrow('must take the manifest 1.0.0, got the status 400: MANIFEST_BLOB_UNKNOWN');
});

describe('tags', () => {
  test('are read to the last page', async () => {
    const server = await startServer();
    server.answering = ({ url }) =>
      url.searchParams.has('last')
        ? [200, {}, '{"tags":["1.1.0"]}']
        : [
            200,
            { link: '</v2/acme/m/tags/list?last=1.0.0&n=1>; rel="next"' },
            '{"tags":["1.0.0"]}',
          ];

    expect(await registryOf(server).tags()).toEqual(['1.0.0', '1.1.0']);
  });

  test.each([
    [200, '{"name":"acme/m","tags":null}'],
    [404, '{"errors":[{"code":"NAME_UNKNOWN"}]}'],
  ])('of a repository without any are none: %i', async (status, body) => {
    const server = await startServer();
    server.answering = () => [status, {}, body];

    expect(await registryOf(server).tags()).toEqual([]);
  });

  test('are refused from what is no registry', async () => {
    const server = await startServer();
    server.answering = () => [200, {}, '<html>'];

    await expect(registryOf(server).tags()).rejects.toMatchObject({ code: 'RegistryRefused' });
  });
});
