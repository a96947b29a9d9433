import { changesOn } from '../../../publisher/git-registry/branch-content';
import { commitRelease } from '../../../publisher/git-registry/commits';
import { parcelOf } from '../../fixtures/parcel';
import { RegistryRepository } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

const BASE = { 'README.md': 'one', 'modules/a/main.tf.json': '{}', LICENSE: 'free' };
const RELEASED = { 'README.md': 'two', 'modules/b/main.tf.json': '{}', LICENSE: 'free' };

/** What a release changes on a branch with these files. */
async function changes(
  branch: Readonly<Record<string, string | null>>,
): Promise<{ remove: readonly string[]; put: readonly string[] }> {
  const { git } = new RegistryRepository(emptyFolder());
  const there = Object.entries(branch).filter(([, text]) => text !== null);
  const tip = Object.fromEntries(there) as Record<string, string>;
  const commits: string[] = [];
  for (const files of [tip, BASE, RELEASED]) {
    const { release } = await parcelOf('1.0.0', files);
    commits.push(await commitRelease(git, release, undefined));
    await git.run(['update-ref', '-d', 'refs/made/release']);
  }
  const [at = '', base = '', released = ''] = commits;
  const { remove, put } = await changesOn(git, 'main', { tip: at, base, released });
  return { remove, put: [...put.keys()] };
}

test('a release replaces what the one before it brought', async () => {
  expect(await changes(BASE)).toEqual({
    remove: ['modules/a/main.tf.json'],
    put: ['README.md', 'modules/b/main.tf.json'],
  });
});

test('what others added stays', async () => {
  const { remove, put } = await changes({
    ...BASE,
    '.github/CODEOWNERS': '*',
    'modules/NOTES': '',
  });

  expect([...remove, ...put].join()).not.toMatch(/github|NOTES/);
});

test('what others wrote just as the release has it is not in its way', async () => {
  const alike = { 'modules/a/main.tf.json': null, 'modules/b/main.tf.json': '{}' };

  expect(await changes({ ...BASE, ...alike })).toEqual({ remove: [], put: ['README.md'] });
});

test.each([
  ['changed', { ...BASE, 'README.md': 'mine' }, 'README.md'],
  ['removed', { ...BASE, LICENSE: null }, 'LICENSE'],
  ['added', { ...BASE, 'modules/b/main.tf.json': '[]' }, 'modules/b/main.tf.json'],
  ['put a file for a folder', { ...BASE, 'modules/b': 'file' }, 'modules/b'],
  ['put a folder for a file', { ...BASE, 'modules/b/main.tf.json/x': '' }, 'main.tf.json/x'],
])('what others %s is not lost', async (_, tip, path) => {
  await expect(changes(tip)).rejects.toMatchObject({
    code: 'ForeignChange',
    message: expect.stringContaining(path) as string,
  });
});

test('of many changes some are named', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`modules/b/main.tf.json/${index}`, '']),
  );

  await expect(changes({ ...BASE, ...many })).rejects.toThrow(/main.tf.json\/4 and 4 more;/);
});
