import { readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { releaseNote } from '../../../publisher/static/documents';
import { Folder } from '../../../publisher/static/folder';
import { Listing } from '../../../publisher/static/listing';
import { takeLock } from '../../../publisher/static/lock';
import { registryOf } from '../../../publisher/static/registry';
import { claimFolder, putFile } from '../../../publisher/write-files';
import type * as writing from '../../../publisher/write-files';
import { parcelOf } from '../../fixtures/parcel';
import { versionsSeen } from '../../fixtures/registry-reader';
import { temporaryFolders } from '../../fixtures/temporary-folder';

jest.mock('../../../publisher/site/site', () =>
  jest.requireActual<object>('../../fixtures/static-site'),
);
jest.mock('../../../publisher/write-files', () => {
  const actual = jest.requireActual<typeof writing>('../../../publisher/write-files');
  return { ...actual, putFile: jest.fn(actual.putFile) };
});

const MODULE = 'v1/modules/acme/ssm-iam/aws';
const waiting = { dead: 300, look: 5 };
const newFolder = temporaryFolders();

/** A publisher that has written the files of its version, and is about to list it. */
async function ready(folder: string, version: string) {
  const parcel = await parcelOf(version, { 'main.tf': `${version}\n` });
  const note = { ...parcel.release, digest: parcel.archives.tarball.digest };
  putFile(join(folder, MODULE, version, 'module.tar.gz'), parcel.archives.tarball.bytes);
  putFile(join(folder, MODULE, version, 'release.json'), releaseNote(note));
  const registry = registryOf('https://modules.example.com', 'acme');
  const listing = new Listing(new Folder(folder, registry), waiting);
  return {
    plan: () => listing.plan(parcel, note),
    perform: () => listing.perform(parcel, note),
    parcel,
  };
}

const written = (folder: string): string[] =>
  jest.mocked(putFile).mock.calls.map(([path]) => path.slice(folder.length + 1));

test('new pages are written first, then those that change, and the list last', async () => {
  const folder = newFolder();
  await (await ready(folder, '1.0.0')).perform();
  const next = await ready(folder, '1.1.0');
  jest.mocked(putFile).mockClear();
  await next.perform();

  expect(written(folder)).toEqual(['versions/1.1.0.html', 'index.html', `${MODULE}/versions`]);
});

test('who loses the lock while writing writes no more, and no list', async () => {
  const folder = newFolder();
  await (await ready(folder, '1.0.0')).perform();
  const next = await ready(folder, '1.1.0');
  const actual = jest.requireActual<typeof writing>('../../../publisher/write-files');
  jest.mocked(putFile).mockClear();
  jest.mocked(putFile).mockImplementationOnce((path, content) => {
    actual.putFile(path, content);
    rmSync(join(folder, '.publishing'), { recursive: true });
  });

  await expect(next.perform()).rejects.toMatchObject({ code: 'LockLost' });
  expect(written(folder)).toEqual(['versions/1.1.0.html']);
});

test('what is read back makes the same pages as what was published', async () => {
  const folder = newFolder();
  const first = await ready(folder, '1.0.0');
  await first.perform();
  const page = readFileSync(join(folder, 'versions/1.0.0.html'), 'utf8');
  const { files, commit } = first.parcel.release;
  expect(JSON.parse(page)).toMatchObject({ files, commit });
  await (await ready(folder, '1.1.0')).perform();

  expect(readFileSync(join(folder, 'versions/1.0.0.html'), 'utf8')).toBe(page);
});

test('pages that are lost or changed are planned and written again', async () => {
  const folder = newFolder();
  const publisher = await ready(folder, '1.0.0');
  await publisher.perform();
  expect(await publisher.plan()).toEqual([]);
  writeFileSync(join(folder, 'index.html'), 'changed');
  expect(await publisher.plan()).toMatchObject([
    { action: 'update', subject: `${MODULE}/versions and the site` },
  ]);
  await publisher.perform();

  expect(await publisher.plan()).toEqual([]);
});

test('a plan waits for a publisher that is at work, and sees all of what it did', async () => {
  const folder = newFolder();
  const publisher = await ready(folder, '1.0.0');
  await publisher.perform();
  const other = await ready(folder, '1.1.0');
  const lock = await takeLock(join(folder, '.publishing'), waiting);
  writeFileSync(join(folder, 'index.html'), 'of a version that is not listed yet');
  let isPlanned = false;
  const plan = publisher.plan().finally(() => {
    isPlanned = true;
  });
  await sleep(waiting.dead / 2);
  expect(isPlanned).toBe(false);
  lock.release();
  await other.perform();

  expect(await plan).toEqual([]);
});

test('the dead are waited for once', async () => {
  const folder = newFolder();
  const publisher = await ready(folder, '1.0.0');
  claimFolder(join(folder, '.publishing'), 'dead');

  expect(await publisher.plan()).toHaveLength(1);
  const planned = Date.now();
  await publisher.perform();
  expect(Date.now() - planned).toBeLessThan(waiting.dead);
  expect(versionsSeen(folder)).toEqual(['1.0.0']);
});

test('a version that is listed while the pages are made is among them', async () => {
  const folder = newFolder();
  const [one, two] = [await ready(folder, '1.0.0'), await ready(folder, '1.1.0')];
  const lock = await takeLock(join(folder, '.publishing'), waiting);
  const both = Promise.all([one.perform(), two.perform()]);
  await sleep(100);
  lock.release();
  await both;

  expect(versionsSeen(folder)).toEqual(['1.1.0', '1.0.0']);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('["1.1.0","1.0.0"]');
});

test('what publishers left unfinished goes, but not while they may be at it', async () => {
  const folder = newFolder();
  const publisher = await ready(folder, '1.0.0');
  const name = (n: number): string => `page.html.new-0000000${n}-0000-4000-8000-000000000000`;
  const kept = ['page.html', 'page.html.new-x'];
  for (const file of [...kept, name(1), name(2)]) {
    writeFileSync(join(folder, MODULE, file), '');
  }
  const longAgo = Date.now() / 1000 - 7200;
  for (const file of [...kept, name(1)]) {
    utimesSync(join(folder, MODULE, file), longAgo, longAgo);
  }
  await publisher.perform();

  expect(readdirSync(join(folder, MODULE)).sort()).toEqual(
    ['1.0.0', ...kept, name(2), 'versions'].sort(),
  );
});
