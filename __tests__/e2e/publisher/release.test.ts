import { Git } from '../../../publisher/git';
import { readRelease } from '../../../publisher/release';
import { ReleasedProject, gitEnv } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const emptyFolder = temporaryFolders();

const FILES = { 'main.tf.json': '{}\n', 'modules/a/größe.md': 'Größe\n\n', 'empty.md': '' };

test('a release is what its tag holds, whatever lies in the work tree', async () => {
  const project = new ReleasedProject(emptyFolder());
  project.release('1.0.0', FILES);
  project.release('1.1.0', { ...FILES, 'new.md': 'new\n' });
  project.write('generated/main.tf.json', 'changed');

  const release = await readRelease(project.git, '1.0.0');

  expect(release).toEqual({
    version: '1.0.0',
    tag: 'v1.0.0',
    commit: project.run('rev-parse', 'v1.0.0').trim(),
    date: '2026-03-01T12:00:00Z',
    files: FILES,
  });
});

test('a release without package.json is refused by its name', async () => {
  const project = new ReleasedProject(emptyFolder());
  project.release('1.0.0', FILES);
  project.run('rm', '--quiet', 'package.json');
  project.run('commit', '--quiet', '--amend', '-m', 'another');
  project.run('tag', '--force', 'v1.0.0');

  await expect(readRelease(project.git, '1.0.0')).rejects.toThrow(
    'v1.0.0:package.json must be committed, got no such file; release a commit that has it [CommittedFile]',
  );
});

test('line breaks and names are as they are committed, whatever git is told to make of them', async () => {
  const project = new ReleasedProject(emptyFolder());
  project.release('1.0.0', { ...FILES, 'crlf.md': 'a\r\nb\n' });
  project.run('config', 'core.autocrlf', 'true');

  expect((await readRelease(project.git, '1.0.0')).files).toEqual({
    ...FILES,
    'crlf.md': 'a\r\nb\n',
  });
});

describe('in a project with a release', () => {
  let project: ReleasedProject;

  beforeAll(() => {
    project = new ReleasedProject(emptyFolder());
    project.release('1.0.0', FILES);
  });

  test('an annotated tag names the commit behind it', async () => {
    project.run('tag', '--force', '--annotate', '--message', 'x', 'v1.0.0');

    const { commit } = await readRelease(project.git, '1.0.0');

    expect(commit).toBe(project.run('rev-parse', 'HEAD').trim());
  });

  test('one is refused without its tag, though a branch has that name', async () => {
    project.run('branch', 'v2.0.0');

    await expect(readRelease(project.git, '2.0.0')).rejects.toMatchObject({ code: 'NoRelease' });
  });

  test('one is refused whose tag names another version', async () => {
    project.run('tag', 'v3.0.0', 'main');

    const read = readRelease(project.git, '3.0.0');

    await expect(read).rejects.toMatchObject({ code: 'TagVersion' });
    await expect(read).rejects.toThrow('got one of 1.0.0');
  });

  test('one is refused where nothing is generated', async () => {
    project.release('4.0.0', {});

    await expect(readRelease(project.git, '4.0.0')).rejects.toMatchObject({ code: 'NoRelease' });
  });
});

test('outside of a repository there is none', async () => {
  await expect(readRelease(new Git(emptyFolder(), gitEnv), '1.0.0')).rejects.toMatchObject({
    code: 'NoRelease',
  });
});
