import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNote } from '../../../publisher/static/documents';
import { Folder } from '../../../publisher/static/folder';
import { listingFiles, missingIn } from '../../../publisher/static/listing';
import { registryOf } from '../../../publisher/static/registry';
import { fill } from '../../fixtures/folder-contents';
import { parcelOf } from '../../fixtures/parcel';
import { temporaryFolders } from '../../fixtures/temporary-folder';

jest.mock('../../../publisher/site/site', () =>
  jest.requireActual<object>('../../fixtures/static-site'),
);

const MODULE = 'v1/modules/acme/ssm-iam/aws';
const newFolder = temporaryFolders();

/** Writes the files of a version, and gives what is left to list it. */
async function left(path: string, version: string): Promise<Record<string, string>> {
  const parcel = await parcelOf(version, { 'main.tf': `${version}\n` });
  const { commit, date } = parcel.release;
  const { digest, bytes } = parcel.archives.tarball;
  const note = { schema_version: 1, version, commit, date, digest } as const;
  fill(path, { [`${MODULE}/${version}/release.json`]: releaseNote(note) });
  writeFileSync(join(path, MODULE, version, 'module.tar.gz'), bytes);
  const folder = new Folder(path, registryOf('https://modules.example.com', 'acme'));
  return Object.fromEntries(missingIn(folder, await listingFiles(folder, parcel, note)));
}

const list = async (path: string, version: string): Promise<void> => {
  fill(path, await left(path, version));
};

test('new pages are written first, then those that change, and the list last', async () => {
  const folder = newFolder();
  await list(folder, '1.0.0');

  expect(Object.keys(await left(folder, '1.1.0'))).toEqual([
    'versions/1.1.0/overview.html',
    'index.html',
    `${MODULE}/versions`,
  ]);
});

test('pages that are changed are written again', async () => {
  const folder = newFolder();
  await list(folder, '1.0.0');
  expect(await left(folder, '1.0.0')).toEqual({});
  writeFileSync(join(folder, 'index.html'), 'changed');

  expect(Object.keys(await left(folder, '1.0.0'))).toEqual(['index.html']);
});

test('a page of a version that was not listed yet tells of what was published meanwhile', async () => {
  const folder = newFolder();
  await list(folder, '1.2.0');
  const versions = readFileSync(join(folder, MODULE, 'versions'));
  await list(folder, '1.1.0');
  writeFileSync(join(folder, MODULE, 'versions'), versions);
  await list(folder, '1.0.0');
  await list(folder, '1.1.0');
  const page = readFileSync(join(folder, 'versions/1.1.0/overview.html'), 'utf8');

  expect(JSON.parse(page)).toMatchObject({ before: '1.0.0' });
});
