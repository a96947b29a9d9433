import { Git } from '../../../publisher/git';
import { sourceOf } from '../../../publisher/assets/source';
import { ReleasedProject } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();
const nowhere = new Git('/srv/checkouts/ssm-iam', {});

test.each([
  ['https://example.com/acme/ssm-iam', 'git+https://example.com/acme/ssm-iam'],
  ['https://example.com:8443/acme/ssm-iam.git', 'git+https://example.com:8443/acme/ssm-iam.git'],
  ['https://me:s3cret@example.com/acme/x.git', 'git+https://example.com/acme/x.git'],
  ['https://s3cret@example.com/acme/x.git', 'git+https://example.com/acme/x.git'],
  ['https://example.com/x.git?token=s3cret#s3cret', 'git+https://example.com/x.git'],
  ['ssh://git@example.com:22/acme/x.git', 'git+ssh://example.com:22/acme/x.git'],
  ['git@example.com:acme/x.git', 'git+ssh://example.com/acme/x.git'],
  ['example.com:/srv/x.git', 'git+ssh://example.com/srv/x.git'],
  ['/srv/x y.git', 'git+file:///srv/x%20y.git'],
  ['../x.git', 'git+file:///srv/checkouts/x.git'],
])('%s is %s', async (given, expected) => {
  expect(await sourceOf(nowhere, given)).toBe(expected);
});

test('left out it is the remote "origin"', async () => {
  const project = new ReleasedProject(newFolder());
  project.run('remote', 'add', 'origin', 'https://me:s3cret@example.com/acme/x.git');

  expect(await sourceOf(project.git)).toBe('git+https://example.com/acme/x.git');
});

test('without one it is asked for', async () => {
  const { git, folder } = new ReleasedProject(newFolder());

  await expect(sourceOf(git)).rejects.toThrow(
    `--source must be the address of the repository, got none, and no remote "origin" with an address in ${folder}; name the address [NoSource]`,
  );
});

test.each(['../elsewhere', '/srv/git/x.git', 'file:///srv/git/x.git'])(
  'a remote that is the folder %s says nothing to others',
  async (address) => {
    const project = new ReleasedProject(newFolder());
    project.run('remote', 'add', 'origin', address);

    await expect(sourceOf(project.git)).rejects.toMatchObject({ code: 'NoSource' });
  },
);

test('what this machine puts in place of an address is not told', async () => {
  const project = new ReleasedProject(newFolder());
  project.run('remote', 'add', 'origin', 'https://example.com/acme/x.git');
  project.run('config', 'url./srv/mirror/.insteadOf', 'https://example.com/');

  expect(await sourceOf(project.git)).toBe('git+https://example.com/acme/x.git');
});
