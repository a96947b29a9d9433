import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseDirty } from '../../../publisher/git-registry/work-tree';
import { RegistryRepository } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

function cloneWithFile(): RegistryRepository {
  const clone = new RegistryRepository(emptyFolder(), 'clone');
  change(clone, 'README.md');
  clone.run('add', '--all');
  clone.run('commit', '--quiet', '-m', 'first');
  return clone;
}

const change = ({ folder }: RegistryRepository, name: string): void => {
  writeFileSync(join(folder, name), name + String(Math.random()));
};

test('a clone without changes may be moved', async () => {
  const clone = cloneWithFile();
  change(clone, 'untracked');

  await expect(refuseDirty(clone.git, 'main')).resolves.toBeUndefined();
});

test.each([
  ['in its files', []],
  ['in its index', ['add', '--all']],
] as const)('one with changes %s may not', async (_, command) => {
  const clone = cloneWithFile();
  change(clone, 'README.md');
  if (command.length > 0) {
    clone.run(...command);
  }

  await expect(refuseDirty(clone.git, 'main')).rejects.toMatchObject({
    code: 'DirtyRepository',
    message: expect.stringContaining('(README.md)') as string,
  });
  // another branch is moved without its files
  await expect(refuseDirty(clone.git, '1.x')).resolves.toBeUndefined();
});

test('an empty clone with files in its index may not', async () => {
  const clone = new RegistryRepository(emptyFolder(), 'clone');
  await expect(refuseDirty(clone.git, 'main')).resolves.toBeUndefined();
  change(clone, 'README.md');
  clone.run('add', '--all');

  await expect(refuseDirty(clone.git, 'main')).rejects.toMatchObject({ code: 'DirtyRepository' });
});

test('a bare repository has nothing to lose', async () => {
  const { git } = new RegistryRepository(emptyFolder(), 'bare');

  await expect(refuseDirty(git, 'main')).resolves.toBeUndefined();
});
