import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNote } from '../../../publisher/static/documents';
import { Folder } from '../../../publisher/static/folder';
import { Listing } from '../../../publisher/static/listing';
import { registryOf } from '../../../publisher/static/registry';
import { putFile } from '../../../publisher/write-files';
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
const newFolder = temporaryFolders();

/** A publisher that has written the files of its version, and is about to list it. */
async function ready(folder: string, version: string) {
  const parcel = await parcelOf(version, { 'main.tf': `${version}\n` });
  const { commit, date } = parcel.release;
  const { digest } = parcel.archives.tarball;
  const note = { schema_version: 1, version, commit, date, digest } as const;
  putFile(join(folder, MODULE, version, 'module.tar.gz'), parcel.archives.tarball.bytes);
  putFile(join(folder, MODULE, version, 'release.json'), releaseNote(note));
  const registry = registryOf('https://modules.example.com', 'acme');
  const listing = new Listing(new Folder(folder, registry));
  return {
    plan: () => listing.plan(parcel, note),
    perform: async () => {
      for (const { run } of await listing.plan(parcel, note)) {
        await run();
      }
    },
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

  expect(written(folder)).toEqual([
    'versions/1.1.0/overview.html',
    'index.html',
    `${MODULE}/versions`,
  ]);
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

test('a page of a version that was not listed yet tells of what was published meanwhile', async () => {
  const folder = newFolder();
  const publish = async (version: string) => (await ready(folder, version)).perform();
  await publish('1.2.0');
  const list = readFileSync(join(folder, MODULE, 'versions'));
  await publish('1.1.0');
  writeFileSync(join(folder, MODULE, 'versions'), list);
  await publish('1.0.0');
  await publish('1.1.0');
  const page = readFileSync(join(folder, 'versions/1.1.0/overview.html'), 'utf8');

  expect(JSON.parse(page)).toMatchObject({ before: '1.0.0' });
});

test('once another version is listed, the plan is another one', async () => {
  const folder = newFolder();
  const publisher = await ready(folder, '1.1.0');
  const [reviewed] = await publisher.plan();
  await (await ready(folder, '1.0.0')).perform();

  expect((await publisher.plan())[0]?.digest).not.toBe(reviewed?.digest);
});

test('what a publisher that was killed left unfinished is gone after the next one', async () => {
  const folder = newFolder();
  const unfinished = 'old.html.unfinished';
  writeFileSync(join(folder, unfinished), 'half');
  await (await ready(folder, '1.0.0')).perform();

  expect(readdirSync(folder)).not.toContain(unfinished);
  expect(versionsSeen(folder)).toEqual(['1.0.0']);
});
