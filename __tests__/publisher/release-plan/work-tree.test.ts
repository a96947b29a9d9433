import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../../../publisher/release-plan/release-commit';
import {
  bringAlong,
  refuseDirty,
  removeUnfinished,
} from '../../../publisher/release-plan/work-tree';
import * as disk from '../../../publisher/write-files';
import { ReleasableProject } from '../../fixtures/releasable-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

async function planned() {
  const project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  await project.commit();
  const release = await project.plan();
  return { project, release, tree: await writeTree(project.git, release) };
}

test('what a release writes may be there already, in part or as a whole', async () => {
  const { project, release, tree } = await planned();
  const { plan, texts } = release;
  await refuseDirty(project.git, plan, tree);
  project.write('README.md', texts['README.md'] ?? '');
  await refuseDirty(project.git, plan, tree);
  await bringAlong(project.git, release, tree, disk);
  await refuseDirty(project.git, plan, tree);

  project.write('README.md', 'mine');
  await expect(refuseDirty(project.git, plan, tree)).rejects.toThrow(
    'README.md must be as it is committed, got changes that are not; commit them and plan again, or git restore --staged --worktree them [DirtyWorkTree]',
  );
});

test('files and index are brought along, and only those that differ are written', async () => {
  const { project, release, tree } = await planned();
  const done: string[] = [];
  const name = (path: string): string => path.slice(project.git.folder.length + 1);
  project.write('README.md', release.texts['README.md'] ?? '');
  await bringAlong(project.git, release, tree, {
    ...disk,
    putFile: (path, content) => {
      done.push(name(path));
      disk.putFile(path, content);
    },
  });

  expect(done).not.toContain('README.md');
  expect(done).toContain('CHANGELOG.md');
  expect(project.run('write-tree')).toBe(tree);
  expect(project.run('diff', '--name-only')).toBe('');
  expect(existsSync(join(project.git.folder, 'generated/once.txt'))).toBe(false);
});

test('only what a write left is removed', async () => {
  const { project, release } = await planned();
  const left = 'README.md.new-01234567-89ab-cdef-0123-456789abcdef';
  const others = ['README.md.new-mine', 'LICENSE.new-01234567-89ab-cdef-0123-456789abcdef'];
  [left, ...others].forEach((path) => {
    project.write(path, 'x');
  });
  removeUnfinished(project.git, release.plan, disk);

  expect([left, ...others].map((path) => existsSync(join(project.git.folder, path)))).toEqual([
    false,
    true,
    true,
  ]);
});
