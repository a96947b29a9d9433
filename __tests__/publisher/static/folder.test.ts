import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digestOf } from '../../../publisher/archive';
import { marker, releaseNote, versionList } from '../../../publisher/static/documents';
import type { ReleaseNote } from '../../../publisher/static/documents';
import { Folder } from '../../../publisher/static/folder';
import type { Release } from '../../../publisher/release';
import { registryOf } from '../../../publisher/static/registry';
import { parcelOf } from '../../fixtures/parcel';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const MODULE = 'v1/modules/acme/ssm-iam/aws';
const newFolder = temporaryFolders();
const registry = registryOf('https://modules.example.com', 'acme');

function folderWith(files: Readonly<Record<string, string | Buffer>>): Folder {
  const folder = new Folder(newFolder(), registry);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(folder.at(path)), { recursive: true });
    writeFileSync(folder.at(path), content);
  }
  return folder;
}

const noteOf = ({ version, commit, date }: Release, digest: string): ReleaseNote => ({
  ...{ schema_version: 1, version, commit, date, digest },
});

describe('a folder is taken', () => {
  test('if it is missing, and not made by looking', () => {
    const path = join(newFolder(), 'public');
    new Folder(path, registry).refuseForeign();

    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['it is empty', {}],
    ['it is ours', { 'registry.json': marker(registry), 'robots.txt': '' }],
    ['git alone is in it', { '.git/HEAD': '' }],
    ['its marker is being made', { 'registry.json.unfinished': '' }],
  ])('if %s', (_case, files) => {
    expect(() => {
      folderWith(files).refuseForeign();
    }).not.toThrow();
  });
});

describe('a folder is refused', () => {
  test.each([
    [
      'of something else',
      { 'index.html': '' },
      /got index\.html in it and no registry\.json; name/,
    ],
    [
      'of another address',
      { 'registry.json': marker(registryOf('https://modules.example.com/a', 'acme')) },
      /must be the folder of --url https:\/\/modules\.example\.com and --namespace acme, got another; name another folder, or those two as registry\.json/,
    ],
    [
      'of another namespace',
      { 'registry.json': marker(registryOf('https://modules.example.com', 'other')) },
      /--namespace acme, got another; name/,
    ],
    ['with another marker', { 'registry.json': 'what' }, /got another; name/],
  ])('%s', (_case, files, message) => {
    const folder = folderWith(files);
    const check = (): void => {
      folder.refuseForeign();
    };

    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ code: 'ForeignFolder' }) as Error);
  });
});

test('a file is no folder', () => {
  const file = folderWith({ taken: '' }).at('taken');

  expect(() => {
    new Folder(file, registry).refuseForeign();
  }).toThrow(
    `--folder must be a folder, or a name for a new one, got the file ${file}; choose another [OutFolder]`,
  );
});

test('a file is there with the same bytes, or it is not there', () => {
  const folder = folderWith({ 'index.html': 'a', 'versions/a': '' });

  expect(['a', 'b', ''].map((content) => folder.holds('index.html', content))).toEqual([
    ...[true, false, false],
  ]);
  expect(folder.holds('404.html', '')).toBe(false);
  expect(() => folder.holds('versions', '')).toThrow(
    /versions must hold a file that can be read, got .+ \[BrokenFolder\]$/,
  );
});

test('versions are listed newest first, by their numbers', () => {
  const list = versionList(['1.9.0', '1.10.0', '2.0.0-rc.1', '1.10.0-rc.2']);

  expect(folderWith({ [`${MODULE}/versions`]: list }).listed()).toEqual([
    '2.0.0-rc.1',
    '1.10.0',
    '1.10.0-rc.2',
    '1.9.0',
  ]);
  expect(folderWith({}).listed()).toEqual([]);
});

describe('a release', () => {
  const files = { 'README.md': 'one\n', 'modules/a/main.tf.json': '{}\n' };

  test('is read back from its archive and its note', async () => {
    const { archives, release } = await parcelOf('1.0.0', files);
    const { digest, bytes } = archives.tarball;
    const folder = folderWith({
      [`${MODULE}/1.0.0/module.tar.gz`]: bytes,
      [`${MODULE}/1.0.0/release.json`]: releaseNote(noteOf(release, digest)),
    });

    expect(await folder.release('1.0.0')).toEqual({
      version: '1.0.0',
      commit: release.commit,
      date: '2026-03-01T12:00:00Z',
      digest,
      archive: `${MODULE}/1.0.0/module.tar.gz`,
      files,
    });
  });

  test.each([
    ['no archive', Buffer.from('junk')],
    ['an archive that is cut off', gzipSync('x'.repeat(1000)).subarray(0, 20)],
    ['something packed that is no tar', gzipSync('x'.repeat(1000))],
  ])('is refused with its path if it is %s', async (_, bytes) => {
    const { release } = await parcelOf('1.0.0', files);
    const digest = digestOf(bytes);
    const folder = folderWith({
      [`${MODULE}/1.0.0/module.tar.gz`]: bytes,
      [`${MODULE}/1.0.0/release.json`]: releaseNote(noteOf(release, digest)),
    });

    await expect(folder.release('1.0.0')).rejects.toThrow(
      /module\.tar\.gz must hold an archive that ssm-iam packed, got .*\[BrokenFolder\]$/,
    );
  });

  test('is refused if it is not what its note says', async () => {
    const { archives, release } = await parcelOf('1.0.0', files);
    const other = (await parcelOf('1.0.0', { 'README.md': 'two\n' })).archives.tarball.digest;
    const archive = { [`${MODULE}/1.0.0/module.tar.gz`]: archives.tarball.bytes };
    const note = { [`${MODULE}/1.0.0/release.json`]: releaseNote(noteOf(release, other)) };

    for (const [there, wanted, got] of [
      [{ ...archive, ...note }, other, archives.tarball.digest],
      [archive, 'of a release', archives.tarball.digest],
      [note, other, 'none'],
      [{}, 'of a release', 'none'],
    ] as const) {
      const folder = folderWith(there);
      await expect(folder.release('1.0.0')).rejects.toThrow(
        `must hold the archive ${wanted}, got ${got}; restore the file`,
      );
    }
  });
});
