import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { archivesOf } from '../../publisher/archive';
import { holdsFiles } from '../../publisher/archive-contents';

const FILES = { 'main.tf.json': '{}\n', 'modules/a/README.md': 'ä\n' };

/** What others may pack: with folders, other times and owners, names from `./` on, in another order. */
async function packed(before = './', withLink = false): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: `${before}modules/`, type: 'directory' });
  for (const [name, text] of Object.entries(FILES).reverse()) {
    tar.entry({ name: `${before}${name}`, mtime: new Date(1e12), uid: 1000, mode: 0o600 }, text);
  }
  if (withLink) {
    tar.entry({ name: 'link.tf.json', type: 'symlink', linkname: 'main.tf.json' });
  }
  tar.finalize();
  return gzipSync(await buffer(tar));
}

test('the same files are the same, however they are packed', async () => {
  const { tarball } = await archivesOf(FILES);

  expect(await holdsFiles(tarball.bytes, FILES)).toBe(true);
  expect(await holdsFiles(await packed(), FILES)).toBe(true);
  expect(await holdsFiles(await packed(''), FILES)).toBe(true);
});

test.each([
  ['another text', { ...FILES, 'main.tf.json': '{ }\n' }],
  ['one file more', { ...FILES, 'x.md': '' }],
  ['one file less', { 'main.tf.json': '{}\n' }],
  ['another name', { 'main.tf': '{}\n', 'modules/a/README.md': 'ä\n' }],
])('%s is something else', async (_, files) => {
  expect(await holdsFiles(await packed(), files)).toBe(false);
});

test('a link is one file more', async () => {
  expect(await holdsFiles(await packed('./', true), FILES)).toBe(false);
});

test('what is no archive holds nothing', async () => {
  const { tarball, zip } = await archivesOf(FILES);

  expect(await holdsFiles(zip.bytes, FILES)).toBe(false);
  expect(await holdsFiles(Buffer.alloc(0), {})).toBe(false);
  expect(await holdsFiles(tarball.bytes.subarray(0, 60), FILES)).toBe(false);
});
