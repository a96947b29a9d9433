import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archivesOf } from '../../publisher/archive';
import { holdsFiles, mustBeArchive } from '../../publisher/archive-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const FILES = { 'main.tf.json': '{}\n', 'modules/a/README.md': 'ä\n' };
const folders = temporaryFolders();

/** What the system's tar packs, with other times, owners and an order of its own. */
function packed(args: readonly string[], link = false): Buffer {
  const folder = folders();
  mkdirSync(join(folder, 'modules/a'), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) {
    writeFileSync(join(folder, path), text);
  }
  if (link) {
    symlinkSync('main.tf.json', join(folder, 'link.tf.json'));
  }
  return execFileSync('tar', ['-czf', '-', '-C', folder, ...args]);
}

test('the same files are the same, however they are packed', async () => {
  const { tarball } = await archivesOf(FILES);

  expect(await holdsFiles(tarball.bytes, FILES)).toBe(true);
  expect(await holdsFiles(packed(['.']), FILES)).toBe(true);
  expect(await holdsFiles(packed(['modules', 'main.tf.json']), FILES)).toBe(true);
});

test.each([
  ['another text', { ...FILES, 'main.tf.json': '{ }\n' }],
  ['one file more', { ...FILES, 'x.md': '' }],
  ['one file less', { 'main.tf.json': '{}\n' }],
  ['another name', { 'main.tf': '{}\n', 'modules/a/README.md': 'ä\n' }],
])('%s is something else', async (_, files) => {
  expect(await holdsFiles(packed(['.']), files)).toBe(false);
});

test('a link is one file more', async () => {
  expect(await holdsFiles(packed(['.'], true), FILES)).toBe(false);
});

test('what is no archive holds nothing', async () => {
  const { tarball, zip } = await archivesOf(FILES);

  expect(await holdsFiles(zip.bytes, FILES)).toBe(false);
  expect(await holdsFiles(Buffer.alloc(0), {})).toBe(false);
  expect(await holdsFiles(tarball.bytes.subarray(0, 60), FILES)).toBe(false);
});

test('a page is not taken for a module', async () => {
  const { tarball, zip } = await archivesOf(FILES);

  expect(mustBeArchive('example.com', tarball.bytes)).toBe(tarball.bytes);
  for (const bytes of [Buffer.from('<p>log in</p>'), Buffer.alloc(0), zip.bytes]) {
    expect(() => mustBeArchive('example.com', bytes)).toThrow(
      /^example\.com must give a gzipped archive, .*\[NoArchive\]$/,
    );
  }
});
