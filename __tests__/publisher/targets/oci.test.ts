import { imageOf } from '../../../publisher/oci/image';
import type { Parcel, Target } from '../../../publisher/target';
import { oci } from '../../../publisher/targets/oci';
import { parcelOf } from '../../fixtures/parcel';
import { TestImages } from '../../fixtures/registries/images';
import { planned, publish } from '../../fixtures/registries/publishing';
import { startedServers } from '../../fixtures/registries/test-server';

const started = startedServers();
const WHOLE = ['upload configuration', 'upload archive', 'tag 1.0.0', 'update tag latest'];

const targetAt = ({ url }: TestImages, latest = 'move'): Target | Promise<Target> =>
  oci.open({ repository: `${url}/acme/m`, latest }, {});

const release = (version: string, text = version): Promise<Parcel> =>
  parcelOf(version, { 'README.md': text });

const digestOf = async (version: string, text?: string): Promise<string> =>
  imageOf(await release(version, text)).manifest.digest;

test('what is planned has digests, and is published once', async () => {
  const server = await started(new TestImages());
  const parcel = await release('1.0.0');
  const { zip } = parcel.archives;
  const steps = await (await targetAt(server)).plan(parcel);
  expect(server.writes()).toEqual([]);
  expect(steps[1]).toMatchObject({ digest: zip.digest, bytes: zip.bytes.length });
  expect(steps.slice(2).map(({ digest }) => digest)).toEqual(
    Array(2).fill(await digestOf('1.0.0')),
  );

  expect(await publish(await targetAt(server), parcel)).toEqual(WHOLE);
  expect(server.digestOfTag('1.0.0')).toBe(await digestOf('1.0.0'));
  expect(await publish(await targetAt(server), parcel)).toEqual([]);
});

test('a version with other bytes is refused with both digests, when it is planned and later', async () => {
  const server = await started(new TestImages());
  const [target, parcel] = [await targetAt(server), await release('1.0.0', 'slow')];
  const tag = await planned('tag', target, parcel);
  await publish(await targetAt(server), await release('1.0.0', 'fast'));
  const digests = `${await digestOf('1.0.0', 'slow')}.*${await digestOf('1.0.0', 'fast')}`;

  await expect(target.plan(parcel)).rejects.toMatchObject({
    code: 'VersionTaken',
    message: expect.stringMatching(digests) as string,
  });
  await expect(tag.run()).rejects.toMatchObject({ code: 'VersionTaken' });
  expect(server.digestOfTag('1.0.0')).toBe(await digestOf('1.0.0', 'fast'));
});

describe('the tag latest', () => {
  test('is on the newest release, whatever comes later', async () => {
    const server = await started(new TestImages());
    const seen: (string | undefined)[] = [];
    for (const version of ['1.0.0-rc.1', '1.0.0', '1.1.0', '1.0.1', '2.0.0-rc.1']) {
      await publish(await targetAt(server), await release(version));
      seen.push(server.digestOfTag('latest'));
    }

    const wanted = ['1.0.0-rc.1', '1.0.0', '1.1.0', '1.1.0', '1.1.0'];
    expect(seen).toEqual(await Promise.all(wanted.map((version) => digestOf(version))));
  });

  test('is moved from what tells no version', async () => {
    const server = await started(new TestImages());
    server.manifests.set('latest', Buffer.from('{"annotations":{"x":"y"}}'));
    await publish(await targetAt(server), await release('1.0.0'));

    expect(server.digestOfTag('latest')).toBe(await digestOf('1.0.0'));
  });

  test('stays where it is if nobody wants it moved', async () => {
    const server = await started(new TestImages());
    const steps = await publish(await targetAt(server, 'leave'), await release('1.0.0'));

    expect(steps).toEqual(WHOLE.slice(0, 3));
    expect(server.calls.filter(({ path }) => path.endsWith('/latest'))).toEqual([]);
  });

  test('has to be told move or leave', () => {
    const options = { repository: 'ghcr.io/acme/m', latest: 'no' };

    expect(() => oci.open(options, {})).toThrow(
      '--latest must be move or leave, got "no"; choose one [LatestTag]',
    );
  });
});

describe('the credentials', () => {
  const JANE = { OCI_USERNAME: 'jane', OCI_PASSWORD: 'hunter2' };

  test.each([
    [JANE, `Basic ${Buffer.from('jane:hunter2').toString('base64')}`],
    [{ OCI_USERNAME: '', OCI_PASSWORD: '' }, undefined],
  ])('%j are sent when they are asked for', async (env, header) => {
    const server = await started(new TestImages());
    server.from((_, { headers: { authorization } }) =>
      authorization === header
        ? 'answer'
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="r"' } },
    );
    const options = { repository: `${server.url}/acme/m`, latest: 'move' };
    const target = await oci.open(options, env);

    expect(await target.plan(await release('1.0.0'))).toHaveLength(4);
  });

  test.each([{ OCI_USERNAME: 'jane' }, { OCI_PASSWORD: 'hunter2' }])('%j are half', (env) => {
    const options = { repository: 'ghcr.io/acme/m', latest: 'move' };

    expect(() => oci.open(options, env)).toThrow(
      /^OCI_USERNAME and OCI_PASSWORD must be set together, got one of them.*\[NoCredentials\]$/,
    );
  });
});
