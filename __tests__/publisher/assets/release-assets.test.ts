import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOf } from '../../../publisher/archive';
import { releaseAssets, writeAssets } from '../../../publisher/assets/release-assets';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

/** Names and texts of a folder. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

test('the assets are archives and bill, and the checksums of these', async () => {
  const archives = await archivesOf({ 'main.tf.json': '{}\n' });
  const assets = releaseAssets('1.0.0', archives, '{}\n');

  expect(Object.keys(assets)).toEqual([
    'ssm-iam-1.0.0.tar.gz',
    'ssm-iam-1.0.0.zip',
    'sbom.cdx.json',
    'SHA256SUMS',
  ]);
  expect(String(assets.SHA256SUMS)).toMatch(
    /^\w{64} {2}ssm-iam-1\.0\.0\.tar\.gz\n\w{64} {2}ssm-iam-1\.0\.0\.zip\nca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356 {2}sbom\.cdx\.json\n$/,
  );
  expect(assets['ssm-iam-1.0.0.zip']).toBe(archives.zip.bytes);
});

describe('writing', () => {
  const assets = { a: Buffer.from('abc'), b: Buffer.from('b'), SUMS: Buffer.from('s') };

  test('makes the folder, and what is missing in it', () => {
    const folder = join(newFolder(), 'new/folder');

    expect(writeAssets(folder, assets)).toEqual(['a', 'b', 'SUMS']);
    expect(writeAssets(folder, assets)).toEqual([]);
    expect(contentOf(folder)).toEqual({ a: 'abc', b: 'b', SUMS: 's' });
  });

  test('goes on after an interruption', () => {
    const folder = newFolder();
    const unfinished = 'b.unfinished';
    writeFileSync(join(folder, 'a'), 'abc');
    writeFileSync(join(folder, unfinished), '');

    expect(writeAssets(folder, assets)).toEqual(['b', 'SUMS']);
    expect(contentOf(folder)).toEqual({ a: 'abc', b: 'b', SUMS: 's' });
  });

  test('refuses a folder of somebody else, and writes nothing', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'other'), 'o');

    expect(() => writeAssets(folder, assets)).toThrow(
      `${folder} must be empty or hold files of this release alone, got other in it; take an empty folder [ForeignFolder]`,
    );
    expect(contentOf(folder)).toEqual({ other: 'o' });
  });

  test('names a folder that is in the place of a file', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'a'));

    expect(() => writeAssets(folder, assets)).toThrow('[UnreadableFile]');
  });

  test('refuses another file with both digests, and writes nothing', () => {
    const folder = newFolder();
    const path = join(folder, 'b');
    writeFileSync(path, 'abc');

    expect(() => writeAssets(folder, assets)).toThrow(
      `${path} must hold what this release makes, got sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad there and sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d here; take an empty folder, and find out which of them is wrong [VersionTaken]`,
    );
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });
});
