import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { movesFor } from '../../../publisher/git-registry/moves';
import { Remote } from '../../../publisher/git-registry/remote';
import { parcelOf } from '../../fixtures/parcel';
import { RegistryRepository, surroundings } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();
const files = (text: string): Record<string, string> => ({ 'README.md': text });

/** Publishes versions, with themselves as text, and gives what moved at each. */
async function publish(
  repository: RegistryRepository,
  versions: readonly string[],
  branch = 'main',
): Promise<string[][]> {
  const { folder } = repository;
  const remote = new Remote({ url: folder, shown: folder, folder }, branch, surroundings.env);
  const all: string[][] = [];
  for (const version of versions) {
    const parcel = await parcelOf(version, files(version));
    await remote.read(async (fetched) => {
      const moves = await movesFor(fetched, branch, parcel);
      all.push(moves.map(({ ref }) => ref.replace(/^refs\/(tags|heads)\//, '')));
      if (moves.length > 0) {
        expect(await remote.push(fetched, moves)).toMatchObject({ code: 0 });
      }
    });
  }
  return all;
}

const parentOf = (repository: RegistryRepository, version: string): string =>
  repository.run('log', '-1', '--format=%(describe:tags)', `v${version}^`);

test('a release brings tag and branch, once', async () => {
  const repository = new RegistryRepository(emptyFolder());

  expect(await publish(repository, ['1.0.0', '1.0.0', '1.1.0'])).toEqual([
    ['v1.0.0', 'main'],
    [],
    ['v1.1.0', 'main'],
  ]);
  expect(parentOf(repository, '1.1.0')).toBe('v1.0.0');
  expect(repository.run('rev-parse', 'main')).toBe(repository.run('rev-parse', 'v1.1.0'));
});

test('a correction of an old version is tagged after what it corrects, and the branch stays', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const moved = await publish(repository, ['1.0.0', '1.1.0', '2.0.0', '1.0.1', '2.0.1']);

  expect(moved.slice(3)).toEqual([['v1.0.1'], ['v2.0.1', 'main']]);
  expect(parentOf(repository, '1.0.1')).toBe('v1.0.0');
  expect(parentOf(repository, '2.0.1')).toBe('v2.0.0');
});

test('a branch of its own shows the newest of an old line', async () => {
  const repository = new RegistryRepository(emptyFolder());
  await publish(repository, ['1.0.0', '2.0.0']);

  expect(await publish(repository, ['1.0.1', '1.0.2'], '1.x')).toEqual([
    ['v1.0.1', '1.x'],
    ['v1.0.2', '1.x'],
  ]);
  expect(repository.text('main', 'README.md')).toBe('2.0.0');
});

test('a pre-release is on the branch only until there is a release', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const versions = ['1.0.0-rc.1', '1.0.0-rc.2', '1.0.0', '2.0.0-rc.1', '1.0.1', '2.0.0'];

  expect(await publish(repository, versions)).toEqual([
    ['v1.0.0-rc.1', 'main'],
    ['v1.0.0-rc.2', 'main'],
    ['v1.0.0', 'main'],
    ['v2.0.0-rc.1'],
    ['v1.0.1', 'main'],
    ['v2.0.0', 'main'],
  ]);
  // 2.0.0 comes after its own candidate, and so beside 1.0.1
  expect(parentOf(repository, '2.0.0')).toBe('v2.0.0-rc.1');
  expect(repository.files('main')).toEqual(files('2.0.0'));
  expect(repository.run('log', '-1', '--format=%s', 'main')).toBe('Merge ssm-iam 2.0.0');
});

test('what others added to the branch stays there, and is in no release', async () => {
  const repository = new RegistryRepository(emptyFolder());
  await publish(repository, ['1.0.0']);
  repository.commit(emptyFolder(), { '.github/CODEOWNERS': '* @acme\n' });

  expect(await publish(repository, ['1.1.0', '1.1.0', '1.2.0'])).toEqual([
    ['v1.1.0', 'main'],
    [],
    ['v1.2.0', 'main'],
  ]);
  expect(repository.files('v1.2.0')).toEqual(files('1.2.0'));
  expect(repository.files('main')).toEqual({
    ...files('1.2.0'),
    '.github/CODEOWNERS': '* @acme\n',
  });
  expect(repository.run('tag', '--merged', 'main').split('\n')).toHaveLength(3);
});

test('half of a publication is completed', async () => {
  const repository = new RegistryRepository(emptyFolder());
  await publish(repository, ['1.0.0', '1.1.0']);
  const done = repository.refs();

  repository.run('update-ref', 'refs/heads/main', 'v1.0.0');
  expect(await publish(repository, ['1.1.0'])).toEqual([['main']]);
  repository.run('tag', '--delete', 'v1.1.0');
  expect(await publish(repository, ['1.1.0'])).toEqual([['v1.1.0']]);
  expect(repository.refs()).toEqual(done);
});

test('a version that is there with other bytes is refused with both digests', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const theirs = await parcelOf('1.0.0', files('1.0.0'));
  await publish(repository, ['1.0.0']);
  const parcel = await parcelOf('1.0.0', files('other'));
  const remote = new Remote({ url: repository.folder, shown: '' }, 'main', surroundings.env);

  await expect(remote.read((fetched) => movesFor(fetched, 'main', parcel))).rejects.toMatchObject({
    code: 'VersionTaken',
    message: expect.stringMatching(
      `${parcel.archives.tarball.digest}.*${theirs.archives.tarball.digest}`,
    ) as string,
  });
});

test('so is one that differs in what no archive holds', async () => {
  const repository = new RegistryRepository(emptyFolder(), 'clone');
  writeFileSync(join(repository.folder, 'README.md'), '1.0.0', { mode: 0o755 });
  repository.run('add', '--all');
  repository.run('commit', '--quiet', '-m', 'by hand');
  repository.run('tag', '--annotate', '-m', 'by hand', 'v1.0.0');

  await expect(publish(repository, ['1.0.0'])).rejects.toMatchObject({
    code: 'VersionTaken',
    message: expect.stringContaining(
      `got tree ${repository.run('rev-parse', 'v1.0.0^{tree}')};`,
    ) as string,
  });
});

test('a tag that somebody signed is a release like any other', async () => {
  const repository = new RegistryRepository(emptyFolder());
  await publish(repository, ['1.0.0']);
  repository.run('tag', '--force', '--annotate', '-m', 'signed', 'v1.0.0', 'main');

  expect(await publish(repository, ['1.0.0', '1.1.0'])).toEqual([[], ['v1.1.0', 'main']]);
  expect(parentOf(repository, '1.1.0')).toBe('v1.0.0');
});

test('a release after candidates of a later one takes the branch, and keeps it', async () => {
  const repository = new RegistryRepository(emptyFolder());
  await publish(repository, ['2.0.0-rc.1', '1.0.0', '1.1.0']);

  expect(repository.files('main')).toEqual(files('1.1.0'));
});

test('a branch of something else is left alone', async () => {
  const repository = new RegistryRepository(emptyFolder());
  repository.commit(emptyFolder(), { 'index.ts': '' });
  repository.run('tag', 'v0.9.0', 'main');
  const before = repository.refs();

  await expect(publish(repository, ['1.0.0'])).rejects.toMatchObject({ code: 'ForeignRepository' });
  expect(repository.refs()).toEqual(before);
});
