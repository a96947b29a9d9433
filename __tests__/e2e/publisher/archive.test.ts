import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import extract from 'extract-zip';
import { archivesOf, digestOf } from '../../../publisher/archive';
import { contentsOf } from '../../fixtures/folder-contents';
import { PROJECT } from '../../fixtures/source-files';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const emptyFolder = temporaryFolders();

const FILES = {
  'main.tf.json': '{}\n',
  '.terraform-docs.yml': 'settings: {}\n',
  'modules/a/README.md': '# Größe\n',
  [`modules/${'deep/'.repeat(30)}file.md`]: 'deep\n',
  'empty.md': '',
};

test('are what others unpack', async () => {
  const { tarball, zip } = await archivesOf(FILES);
  const [folder, unzipped] = [emptyFolder(), emptyFolder()];

  execFileSync('tar', ['xzf', '-', '-C', folder], { input: tarball.bytes });
  const file = join(emptyFolder(), 'a.zip');
  writeFileSync(file, zip.bytes);
  await extract(file, { dir: unzipped });

  expect(contentsOf(folder)).toEqual(FILES);
  expect(contentsOf(unzipped)).toEqual(FILES);
  expect(statSync(join(folder, 'main.tf.json')).mode & 0o777).toBe(0o644);
});

test('have the module at their root, in the order of the names, and nobody’s time', async () => {
  const { tarball } = await archivesOf(FILES);
  const listed = execFileSync('tar', ['tvzf', '-', '--utc', '--full-time'], {
    input: tarball.bytes,
    encoding: 'utf8',
  });
  const lines = listed.trim().split('\n');

  expect(lines.map((line) => line.split(/\s+/).at(-1))).toEqual(Object.keys(FILES).sort());
  expect(lines.every((line) => line.includes('0/0') && line.includes('1970-01-01 00:00:00'))).toBe(
    true,
  );
});

test('are the same bytes in whatever order, time zone and process', async () => {
  const here = await archivesOf(FILES);
  const reversed = await archivesOf(Object.fromEntries(Object.entries(FILES).reverse()));
  const script = `
    const { archivesOf } = require(${JSON.stringify(join(PROJECT, 'dist/publisher/archive'))});
    archivesOf(${JSON.stringify(FILES)}).then((a) => console.log(a.tarball.digest + a.zip.digest));`;
  const elsewhere = execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
  });

  expect(reversed).toEqual(here);
  expect(elsewhere.trim()).toBe(here.tarball.digest + here.zip.digest);
});

test('change with every change of a file', async () => {
  const one = await archivesOf(FILES);
  const other = await archivesOf({ ...FILES, 'empty.md': '\n' });

  expect(other.tarball.digest).not.toBe(one.tarball.digest);
  expect(other.zip.digest).not.toBe(one.zip.digest);
});

test('a digest is that of SHA-256, with its name', () => {
  // the first example of FIPS 180-2
  const abc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  expect(digestOf('abc')).toBe(abc);
  expect(digestOf(Buffer.from('abc'))).toBe(abc);
});
