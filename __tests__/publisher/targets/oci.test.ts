import { MANIFEST_TYPE, imageOf } from '../../../publisher/oci/image';
import type { Parcel, Target } from '../../../publisher/target';
import { oci } from '../../../publisher/targets/oci';
import { imageServers } from '../../fixtures/image-server';
import type { ImageServer } from '../../fixtures/image-server';
import { parcelOf } from '../../fixtures/parcel';
import { publish as publishTo } from '../../fixtures/registries/publishing';

const startServer = imageServers();
const surroundings = { env: {}, home: '/nonexistent', parseHcl: () => Promise.resolve({}) };

const targetAt = ({ origin }: ImageServer, latest = 'move'): Promise<Target> =>
  oci.open({ repository: `${origin}/acme/m`, latest }, surroundings);

const release = (version: string, text = version): Promise<Parcel> =>
  parcelOf(version, { 'README.md': text });

async function publish(server: ImageServer, version: string, text = version): Promise<void> {
  await publishTo(await targetAt(server), await release(version, text));
}

const digestOf = (parcel: Parcel): string => imageOf(parcel).manifest.digest;
const stepsOf = async (server: ImageServer, parcel: Parcel): Promise<string[]> =>
  (await (await targetAt(server)).plan(parcel)).map(
    ({ action, subject }) => `${action} ${subject}`,
  );

test('a plan names what is missing, with digests, and changes nothing', async () => {
  const server = await startServer();
  const parcel = await release('1.0.0');
  const { zip } = parcel.archives;
  const steps = await (await targetAt(server)).plan(parcel);

  expect(steps.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'upload configuration',
    'upload archive',
    'upload manifest',
    'tag 1.0.0',
    'update tag latest',
  ]);
  expect(steps[1]).toMatchObject({ digest: zip.digest, bytes: zip.bytes.length });
  expect(steps.slice(2).map(({ digest }) => digest)).toEqual(Array(3).fill(digestOf(parcel)));
  expect(server.said().filter((call) => !/^(GET|HEAD) /.test(call))).toEqual([]);
});

test('what is published is published once', async () => {
  const server = await startServer();
  await publish(server, '1.0.0');
  server.said();
  await publish(server, '1.0.0');

  expect(server.digestOfTag('1.0.0')).toBe(digestOf(await release('1.0.0')));
  expect(server.said().filter((call) => !/^(GET|HEAD) /.test(call))).toEqual([]);
});

test('an interrupted publication goes on where it was', async () => {
  const parcel = await release('1.0.0');
  const all = await stepsOf(await startServer(), parcel);
  for (const done of all.keys()) {
    const server = await startServer();
    const target = await targetAt(server);
    for (const step of (await target.plan(parcel)).slice(0, done)) {
      await target.perform(step, parcel);
    }

    expect(await stepsOf(server, parcel)).toEqual(all.slice(done));
    await publish(server, '1.0.0');
    expect(await stepsOf(server, parcel)).toEqual([]);
  }
});

test('a version with other bytes is refused with both digests', async () => {
  const server = await startServer();
  await publish(server, '1.0.0', 'theirs');
  const [ours, theirs] = [await release('1.0.0', 'ours'), await release('1.0.0', 'theirs')];

  await expect(stepsOf(server, ours)).rejects.toMatchObject({
    code: 'VersionTaken',
    message: expect.stringMatching(`${digestOf(ours)}.*${digestOf(theirs)}`) as string,
  });
});

test('the page of a proxy is no other version', async () => {
  const server = await startServer();
  server.answering = () => [200, { 'content-type': 'text/html' }, '<p>log in</p>'];

  await expect(stepsOf(server, await release('1.0.0'))).rejects.toMatchObject({ code: 'NoJson' });
});

test('who was overtaken before the tag is told, and does not move it', async () => {
  const server = await startServer();
  const [target, parcel] = [await targetAt(server), await release('1.0.0', 'slow')];
  const steps = await target.plan(parcel);
  await publish(server, '1.0.0', 'fast');
  const perform = async (): Promise<void> => {
    for (const step of steps) {
      await target.perform(step, parcel);
    }
  };

  await expect(perform()).rejects.toMatchObject({ code: 'VersionTaken' });
  expect(server.digestOfTag('1.0.0')).toBe(digestOf(await release('1.0.0', 'fast')));
});

test('who was overtaken right after the tag is told as well', async () => {
  const server = await startServer();
  const other = await release('1.0.0', 'other');
  await publish(server, '0.9.0');
  server.answering = ({ method, url }) => {
    const [isTag, stored] = [url.pathname.endsWith('/1.0.0'), imageOf(other).manifest];
    if (isTag && method === 'PUT') {
      server.manifests.set('1.0.0', { type: MANIFEST_TYPE, body: stored.bytes });
    }
    return isTag && method === 'PUT' ? [201] : undefined;
  };

  await expect(publish(server, '1.0.0')).rejects.toMatchObject({ code: 'VersionTaken' });
  expect(server.digestOfTag('latest')).toBe(digestOf(await release('0.9.0')));
});

describe('the tag latest', () => {
  test('is on the newest release, whatever comes later', async () => {
    const server = await startServer();
    const seen: (string | undefined)[] = [];
    for (const version of ['1.0.0-rc.1', '1.0.0', '1.1.0', '1.0.1', '2.0.0-rc.1']) {
      await publish(server, version);
      seen.push(server.digestOfTag('latest'));
    }

    const wanted = ['1.0.0-rc.1', '1.0.0', '1.1.0', '1.1.0', '1.1.0'].map(async (version) =>
      digestOf(await release(version)),
    );
    expect(seen).toEqual(await Promise.all(wanted));
  });

  test('stays where it is if nobody wants it moved', async () => {
    const server = await startServer();
    const target = await targetAt(server, 'leave');
    const steps = await target.plan(await release('1.0.0'));

    expect(steps.at(-1)).toMatchObject({ action: 'tag', subject: '1.0.0' });
    expect(server.said().filter((call) => call.endsWith('tags/list'))).toEqual([]);
  });

  test('is put right by who was overtaken while moving it', async () => {
    const server = await startServer();
    await publish(server, '1.0.0');
    let isFirst = true;
    const newer = await release('1.2.0');
    server.answering = ({ method, url }) => {
      if (isFirst && method === 'PUT' && url.pathname.endsWith('/latest')) {
        isFirst = false;
        // somebody publishes a newer release, and moves the tag before this call does
        const body = imageOf(newer).manifest.bytes;
        server.blobs.add(newer.archives.zip.digest);
        server.manifests.set('1.2.0', { type: 'application/vnd.oci.image.manifest.v1+json', body });
      }
      return undefined;
    };
    await publish(server, '1.1.0');

    expect(server.digestOfTag('latest')).toBe(digestOf(newer));
    expect(await stepsOf(server, await release('1.1.0'))).toEqual([]);
  });

  test('has to be told move or leave', () => {
    expect(() => oci.open({ repository: 'ghcr.io/acme/m', latest: 'no' }, surroundings)).toThrow(
      '--latest must be move or leave, got "no"; choose one [LatestTag]',
    );
  });
});
