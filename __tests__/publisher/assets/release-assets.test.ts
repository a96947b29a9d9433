import { join } from 'node:path';
import { archivesOf } from '../../../publisher/archive';
import { releaseAssets, writeAssets } from '../../../publisher/assets/release-assets';
import { contentsOf } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

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

test('they are written to a folder, which is made', () => {
  const folder = join(newFolder(), 'new/folder');
  const assets = { a: Buffer.from('abc'), SUMS: Buffer.from('s') };
  writeAssets(folder, { a: Buffer.from('older') });
  writeAssets(folder, assets);

  expect(contentsOf(folder)).toEqual({ a: 'abc', SUMS: 's' });
});
