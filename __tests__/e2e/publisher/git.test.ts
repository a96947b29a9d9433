import { join } from 'node:path';
import { Git } from '../../../publisher/git';
import { ReleasedProject, gitEnv } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const emptyFolder = temporaryFolders();

test('adds to the environment, and keeps what is there', async () => {
  const { git } = new ReleasedProject(emptyFolder());
  const env = { GIT_AUTHOR_NAME: 'Somebody' };

  expect(String(await git.run(['var', 'GIT_AUTHOR_IDENT'], env))).toMatch(
    /^Somebody <tests@example.com>/,
  );
});

test('says what git said, in which folder, and no password', async () => {
  const folder = emptyFolder();
  const { git } = new ReleasedProject(folder);
  const failed = git.run(['fetch', 'https://user:s3cret@127.0.0.1:1/x.git']);

  await expect(failed).rejects.toMatchObject({ code: 'GitFailed' });
  await expect(failed).rejects.toThrow(`git fetch must succeed in ${folder}, got exit code 128: `);
  await expect(failed).rejects.toThrow(/https:\/\/127\.0\.0\.1:1\/x\.git/);
  await expect(failed).rejects.not.toThrow(/s3cret/);
});

test('a refusal may be an answer', async () => {
  const { git } = new ReleasedProject(emptyFolder());

  expect(await git.try(['rev-parse', '--verify', '--quiet', 'refs/tags/none'])).toMatchObject({
    code: 1,
  });
});

test('says that git is missing', async () => {
  const folder = emptyFolder();
  const git = new Git(folder, { ...gitEnv, PATH: join(folder, 'nowhere') });

  await expect(git.run(['status'])).rejects.toMatchObject({ code: 'GitMissing' });
});
