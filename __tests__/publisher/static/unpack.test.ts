import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOf } from '../../../publisher/archive';
import { unpack } from '../../../publisher/static/unpack';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const long = `modules/${'a'.repeat(90)}/${'b'.repeat(90)}.tf`;
const files = { 'README.md': 'Größe ✓\n', 'empty.tf': '', [long]: 'x'.repeat(100_000) };

test('what was packed is unpacked', async () => {
  const { tarball } = await archivesOf(files);

  expect(await unpack(tarball.bytes)).toEqual(files);
});

test('what tar packed is unpacked', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'modules'));
  writeFileSync(join(folder, 'modules/a.tf'), 'a');
  execFileSync('tar', ['-czf', 'x.tar.gz', 'modules/a.tf'], { cwd: folder });

  expect(await unpack(readFileSync(join(folder, 'x.tar.gz')))).toEqual({ 'modules/a.tf': 'a' });
});

test('what is no archive is refused', async () => {
  await expect(unpack(Buffer.from('no archive'))).rejects.toThrow();
});
