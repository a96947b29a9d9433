import { ArtifactoryRepository, artifactory } from '../../../publisher/targets/artifactory';
import type { Parcel } from '../../../publisher/target';
import { TestArtifactory } from '../../fixtures/registries/artifactory';
import { describeContract } from '../../fixtures/registries/contract';
import { parcelOf } from '../../fixtures/parcel';
import { SECRET, errorOf, impatient, publish } from '../../fixtures/registries/publishing';
import { surroundingsOf } from '../../fixtures/registries/surroundings';

const PATH = 'terraform-local/acme/ssm-iam/aws';
/** Longer than the test server takes to answer another publisher, in milliseconds. */
const SETTLED_AFTER = 150;

const opened = (server: TestArtifactory, settledAfter = SETTLED_AFTER): ArtifactoryRepository =>
  new ArtifactoryRepository(impatient(`${server.url}/artifactory`), PATH, SECRET, settledAfter);

const started = (mayDelete: boolean): Promise<TestArtifactory> =>
  new TestArtifactory('terraform-local', [{ token: SECRET, mayDelete }]).start();

describe.each([
  ['that may delete, and so write over what is there', true],
  ['that may deploy only', false],
])('with a token %s', (_, mayDelete) => {
  describeContract({
    start: () => started(mayDelete),
    open: (server) => opened(server, 0),
    // where the server lets nobody write over what is there, nothing has to settle
    openBesideOthers: (server) => opened(server, mayDelete ? SETTLED_AFTER : 0),
    contents: (server) =>
      Object.fromEntries(
        [...server.files].map(([path, bytes]) => [
          path.replace('acme/ssm-iam/aws/', '').replace('.zip', ''),
          bytes,
        ]),
      ),
    expected: ({ archives }) => archives.zip.bytes,
    steps: ['upload 1.2.3'],
  });
});

describe('Artifactory', () => {
  let parcel: Parcel;
  let other: Parcel;
  const servers: TestArtifactory[] = [];
  const start = async (): Promise<TestArtifactory> => {
    const server = await started(true);
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    parcel = await parcelOf('1.2.3', { 'main.tf.json': '{}\n' });
    other = await parcelOf('1.2.3', { 'main.tf.json': '{"locals":{}}\n' });
  });
  afterAll(() => {
    servers.forEach((server) => {
      server.stop();
    });
  });

  test('what has no digest is something else', async () => {
    const server = await start();
    await publish(opened(server), parcel);
    server.tellsDigest = false;

    expect(await errorOf(opened(server).plan(parcel))).toMatch(
      /got something without a digest; .*\[VersionTaken\]$/,
    );
  });

  test('what was written over before we look again is told', async () => {
    const server = await start();
    const target = opened(server);
    const work = errorOf(publish(target, parcel));
    while (server.writes().length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    server.files.set('acme/ssm-iam/aws/1.2.3.zip', other.archives.zip.bytes);

    const message = await work;

    expect(message).toContain('[VersionTaken]');
    expect(message).toContain(other.archives.zip.digest);
  });

  test('who looked before us, and writes a little later, is seen', async () => {
    const server = await start();
    const theirs = opened(server);
    const ours = opened(server);
    const [step] = await theirs.plan(other);
    const arrived = signal();
    const released = signal();
    server.from(async (_, { body }) => {
      if (body.equals(other.archives.zip.bytes)) {
        arrived.give();
        await released.given;
      }
      return 'answer' as const;
    });
    const theirWork = theirs.perform(step ?? never(), other);
    await arrived.given;
    const ourWork = errorOf(publish(ours, parcel));
    while (server.writes().length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    setTimeout(released.give, SETTLED_AFTER / 4);

    expect(await ourWork).toContain('[VersionTaken]');
    await theirWork;
  });

  test('what was written since it was planned is not written over', async () => {
    const server = await start();
    const target = opened(server);
    const [step] = await target.plan(parcel);
    server.files.set('acme/ssm-iam/aws/1.2.3.zip', other.archives.zip.bytes);

    expect(await errorOf(target.perform(step ?? never(), parcel))).toContain('[VersionTaken]');
    expect(server.writes()).toEqual([]);
  });

  test('bytes that are not those of their checksum are refused by the server', async () => {
    const server = await start();
    const { zip } = parcel.archives;
    const broken = { ...zip, bytes: Buffer.concat([zip.bytes, Buffer.from('x')]) };
    const damaged = { ...parcel, archives: { ...parcel.archives, zip: broken } };

    expect(await errorOf(publish(opened(server), damaged))).toMatch(/409 Conflict .*actual is/);
    expect(server.files.size).toBe(0);
  });

  test.each([
    ['ARTIFACTORY_ACCESS_TOKEN', { ARTIFACTORY_ACCESS_TOKEN: SECRET, JF_ACCESS_TOKEN: 'other' }],
    ['JF_ACCESS_TOKEN', { JF_ACCESS_TOKEN: SECRET }],
  ])('the token is that of %s', async (_, env) => {
    const server = await start();
    const options = {
      url: `${server.url}/artifactory`,
      repository: 'terraform-local',
      namespace: 'acme',
    };
    const target = await artifactory.open(options, surroundingsOf(env));

    expect(target.destination).toBe(`${server.url}/artifactory/${PATH}`);
    expect(await target.plan(parcel)).toHaveLength(1);
  });

  const options = { url: 'https://acme.jfrog.io/artifactory', repository: 'a', namespace: 'b' };
  test.each([
    ['no token', options, {}, /^credentials must be .*\[NoCredentials\]$/],
    ['plain http', { ...options, url: 'http://acme.example.com' }, undefined, /\[PlainHttp\]$/],
    [
      'a repository with a path',
      { ...options, repository: 'a/b' },
      undefined,
      /^--repository .*\[Name\]$/,
    ],
    [
      'a namespace that leads up',
      { ...options, namespace: '..' },
      undefined,
      /^--namespace .*\[Name\]$/,
    ],
  ])('%s is refused', async (_, given, env, message) => {
    const around = surroundingsOf(env ?? { JF_ACCESS_TOKEN: SECRET });

    expect(await errorOf((async () => artifactory.open(given, around))())).toMatch(message);
  });
});

/** Something that one waits for until another gives it. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

function never(): never {
  throw new Error('there was nothing to do');
}
