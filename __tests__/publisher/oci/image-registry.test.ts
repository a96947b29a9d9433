import { digestOf } from '../../../publisher/archive';
import { ImageRegistry } from '../../../publisher/oci/image-registry';
import type { Caller } from '../../../publisher/oci/image-registry';
import { imageRepository } from '../../../publisher/oci/image-repository';
import { TestImages } from '../../fixtures/registries/images';
import { impatientHttp } from '../../fixtures/registries/publishing';
import { json, startedServers } from '../../fixtures/registries/test-server';
import type { Asked, Reply } from '../../fixtures/registries/test-server';

const started = startedServers();
const JANE = { user: 'jane', password: 'hunter2' };
const BASIC = Buffer.from('jane:hunter2').toString('base64');

const registryOf = ({ url }: TestImages, caller?: Caller): ImageRegistry =>
  new ImageRegistry(impatientHttp, imageRepository(`${url}/acme/m`), caller);

const bytes = Buffer.from('some bytes');
const BLOB = { bytes, digest: digestOf(bytes) };
/** Asks who calls where nobody says it. */
const asking = ({ headers: { authorization } }: Asked): Reply | undefined =>
  authorization === undefined
    ? { status: 401, headers: { 'www-authenticate': 'Basic realm="r"' } }
    : undefined;

const authorizations = ({ calls }: TestImages): (string | undefined)[] =>
  calls.map(({ headers }) => headers.authorization);

test('a storage that takes the upload is not told who calls', async () => {
  const [server, storage] = [await started(new TestImages()), await started(new TestImages())];
  const location = `${storage.url}/put?signature=a%2Fb+c`;
  server.from((_, asked) => asking(asked) ?? { status: 202, headers: { location } });
  storage.from(() => ({ status: 201 }));
  await registryOf(server, JANE).putBlob(BLOB);

  expect(authorizations(server)).toEqual([undefined, `Basic ${BASIC}`]);
  const [call] = storage.calls;
  expect(call).toMatchObject({ method: 'PUT', path: '/put', body: bytes });
  expect(call?.headers.authorization).toBeUndefined();
  expect(call?.query.get('digest')).toBe(BLOB.digest);
});

test.each([[{ location: 'http://example.com/put?secret' }], [{}]])(
  'an upload to %j goes nowhere',
  async (headers) => {
    const server = await started(new TestImages());
    server.from(() => ({ status: 202, headers }));
    const upload = registryOf(server).putBlob(BLOB);

    await expect(upload).rejects.toMatchObject({ code: 'PlainHttp' });
    await expect(upload).rejects.not.toThrow('secret');
  },
);

test('a blob that is somewhere else is there', async () => {
  const server = await started(new TestImages());
  server.from(() => ({ status: 307, headers: { location: 'https://storage.example.com/' } }));

  expect(await registryOf(server).hasBlob(BLOB.digest)).toBe(true);
});

test('a manifest has the digest of its bytes, and its annotations', async () => {
  const server = await started(new TestImages());
  expect(await registryOf(server).manifest('1.0.0')).toBeUndefined();
  const manifest = Buffer.from('{"annotations":{"a":"b"}, "manifests":[]}');
  server.manifests.set('1.0.0', manifest).set('1.0.1', Buffer.from('{}'));

  expect(await registryOf(server).manifest('1.0.0')).toEqual({
    digest: digestOf(manifest),
    annotations: { a: 'b' },
  });
  expect(await registryOf(server).manifest('1.0.1')).toMatchObject({ annotations: {} });
  server.manifests.set('1.0.0', Buffer.from('<p>log in</p>'));
  await expect(registryOf(server).manifest('1.0.0')).rejects.toMatchObject({ code: 'NoJson' });
});

test('what the registry says against a call is told, and no secrets', async () => {
  const server = await started(new TestImages());
  const manifest = Buffer.from('{"config":{"digest":"sha256:0"},"layers":[]}');
  const put = registryOf(server).putManifest('1.0.0', { bytes: manifest, digest: '' });
  await expect(put).rejects.toThrow(
    `PUT ${server.url}/v2/acme/m/manifests/1.0.0 must be answered with success, got 400 Bad Request ("blob unknown")`,
  );

  server.from((_, asked) => {
    const message = asked.headers.authorization;
    return asking(asked) ?? json(400, { errors: [{ message }] });
  });
  await expect(registryOf(server, JANE).manifest('1.0.0')).rejects.toThrow(
    '400 Bad Request ("Basic ***',
  );
});

describe('who calls', () => {
  const SCOPE = 'repository:acme/m:pull,push';

  /** Asks who calls, and gives tokens for it to all but a wrong password. */
  async function guarding(challenge: string, tokens: unknown = { token: 'given' }) {
    const server = await started(new TestImages());
    server.from((_, { path, headers: { authorization } }) => {
      if (path === '/token') {
        const isKnown = [undefined, `Basic ${BASIC}`].includes(authorization);
        return isKnown ? json(200, tokens) : json(401, { message: `not ${authorization}` });
      }
      return authorization === undefined
        ? json(401, {}, { 'www-authenticate': challenge.replace('URL', server.url) })
        : authorization === 'Bearer refused'
          ? json(401, { message: `not with ${authorization}` })
          : 'answer';
    });
    return server;
  }
  const bearer = `Bearer realm="URL/token",service="s",scope="${SCOPE}"`;

  test('is said when it is asked for, and then at once', async () => {
    const server = await guarding('Basic realm="r"');
    const registry = registryOf(server, JANE);
    await registry.hasBlob('sha256:0');
    await registry.hasBlob('sha256:0');

    const header = `Basic ${BASIC}`;
    expect(authorizations(server)).toEqual([undefined, header, header]);
  });

  test.each([
    [{ token: 'given' }, BASIC],
    [{ token: '', access_token: 'given' }, undefined],
  ])('is said to the server of the tokens alone, which answers %j', async (answer, basic) => {
    const server = await guarding(bearer, answer);
    await registryOf(server, basic === undefined ? undefined : JANE).hasBlob('sha256:0');

    const given = basic && `Basic ${basic}`;
    expect(authorizations(server)).toEqual([undefined, given, 'Bearer given']);
    const { service, scope } = Object.fromEntries(server.calls[1]?.query ?? []);
    expect([service, scope]).toEqual(['s', SCOPE]);
  });

  test('is told with what the server of the tokens says, and not to one that could be overheard', async () => {
    const server = await guarding(bearer);
    const wrong = { user: 'jane', password: 'wrong-1' };
    await expect(registryOf(server, wrong).hasBlob('sha256:0')).rejects.toThrow(
      `GET ${server.url}/token must be answered with success, got 401 Unauthorized ("not Basic ***")`,
    );
    const plain = await guarding('Bearer realm="http://tokens.example.com/t"');
    await expect(registryOf(plain, JANE).hasBlob('sha256:0')).rejects.toMatchObject({
      code: 'PlainHttp',
    });
  });

  test('is told with what the registry says to a token that it gave', async () => {
    const server = await guarding(bearer, { token: 'refused' });

    await expect(registryOf(server, JANE).manifest('1.0.0')).rejects.toThrow(
      '("not with Bearer ***"); give a token that is valid there [Unauthorized]',
    );
  });

  test('must be known where it is asked for', async () => {
    await expect(registryOf(await guarding('Basic')).hasBlob('sha256:0')).rejects.toThrow(
      'got none in OCI_USERNAME with OCI_PASSWORD; set it [NoCredentials]',
    );
  });
});
