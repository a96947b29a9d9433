import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../../../publisher/git';
import {
  filesOf,
  headOf,
  projectAt,
  refuseStale,
} from '../../../../publisher/release-plan/project-texts';
import { ReleasableProject } from '../../../fixtures/releasable-project';
import { gitEnv } from '../../../fixtures/released-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('a project is what a commit holds, not what lies in its folder', async () => {
  const project = ReleasableProject.in(newFolder());
  const commit = await project.commit();
  project.write('LICENSE', 'mine');
  project.write('generated/README.md', 'mine');
  const found = await projectAt(project.git, commit);

  expect(Object.keys(filesOf(found)).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'generated/CHANGELOG.md',
    'generated/README.md',
    'generated/interface.json',
    'generated/main.tf.json',
    'generated/once.txt',
    'package-lock.json',
    'package.json',
  ]);
  expect(filesOf(found)).toMatchObject({
    LICENSE: 'A licence.\n',
    'generated/README.md': 'lamp 0.1.0\n',
  });
  await refuseStale(found, project.regenerate);
});

test('what is generated is current in both directions', async () => {
  const project = ReleasableProject.in(newFolder());
  await project.commit();
  const found = await projectAt(project.git, 'HEAD');
  const stale = (change: object): Promise<void> =>
    refuseStale(found, async (texts) => ({ ...(await project.regenerate(texts)), ...change }));

  await expect(stale({ 'new.txt': '' })).rejects.toThrow(
    'got another generated/new.txt; run npm run generate',
  );
  await expect(stale({ 'new.txt': '', 'README.md': '' })).rejects.toThrow(
    'generated/README.md and 1 more; run npm run generate',
  );
  await expect(refuseStale(found, () => Promise.resolve({}))).rejects.toThrow(
    'got another generated/CHANGELOG.md and 4 more; run npm run generate, git rm what it does not write, and commit the result [GeneratedStale]',
  );
});

test('the folder is the top of a repository with a commit', async () => {
  const project = ReleasableProject.in(newFolder());
  const headless = headOf(project.git);
  await expect(headless).rejects.toThrow('[GitFailed]');
  const commit = await project.commit();
  mkdirSync(join(project.git.folder, 'below'));
  const git = (folder: string): Git => new Git(folder, gitEnv);

  expect(await headOf(project.git)).toBe(commit);
  for (const folder of [
    newFolder(),
    join(newFolder(), 'nowhere'),
    join(project.git.folder, 'below'),
  ]) {
    await expect(headOf(git(folder))).rejects.toThrow('[NoRepository]');
  }
});
