import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitRelease } from '../../../publisher/git-registry/commits';
import { Remote, wordsOf } from '../../../publisher/git-registry/remote';
import { repositoryAddress } from '../../../publisher/git-registry/repository-address';
import { parcelOf } from '../../fixtures/parcel';
import { RegistryRepository, surroundings } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

const remoteAt = (address: string, env = surroundings.env): Remote =>
  new Remote(repositoryAddress(address), 'main', env);

/** A repository with a commit on main, tags of it, and a branch that resembles main. */
function filled(): RegistryRepository {
  const repository = new RegistryRepository(emptyFolder());
  repository.commit(emptyFolder(), { 'README.md': 'one' });
  repository.run('tag', 'v1.0.0', 'main');
  repository.run('tag', 'other', 'main');
  repository.run('update-ref', 'refs/heads/x/refs/heads/main', 'main');
  return repository;
}

test('an empty repository has neither branch nor tags', async () => {
  const { folder } = new RegistryRepository(emptyFolder());

  await remoteAt(folder).read(({ tip, refs }) => {
    expect([tip, refs]).toEqual([undefined, []]);
    return Promise.resolve();
  });
});

test('branch and tags of versions are fetched, nothing else, and the folder is gone at the end', async () => {
  const repository = filled();
  let folder = '';

  await remoteAt(repository.folder).read(async ({ git, tip, refs }) => {
    ({ folder } = git);
    expect(tip).toBe(repository.run('rev-parse', 'main'));
    expect(refs.map(({ ref }) => ref)).toEqual(['refs/tags/v1.0.0', 'refs/there/branch']);
    expect(await git.text(['show', `${tip ?? ''}:README.md`])).toBe('one');
  });
  expect(readdirSync(tmpdir())).not.toContain(folder.split('/').at(-1));
});

test('a shallow clone is read as far as it goes, and takes a commit on top', async () => {
  const repository = filled();
  const { env } = surroundings;
  repository.commit(emptyFolder(), { 'README.md': 'two' });
  const shallow = new RegistryRepository(emptyFolder(), 'clone');
  shallow.run('fetch', '--quiet', '--depth=1', `file://${repository.folder}`, 'main');
  shallow.run('reset', '--quiet', '--hard', 'FETCH_HEAD');
  const { release } = await parcelOf('1.0.0', { 'README.md': 'three' });

  await remoteAt(shallow.folder, env).read(async (fetched) => {
    const to = await commitRelease(fetched.git, release, fetched.tip);
    expect(
      await remoteAt(shallow.folder, env).push(fetched, [{ ref: 'refs/heads/main', to }]),
    ).toMatchObject({ code: 0 });
  });
  expect(readFileSync(join(shallow.folder, 'README.md'), 'utf8')).toBe('three');
  expect(shallow.run('status', '--porcelain')).toBe('');
});

test('refs move together or not at all', async () => {
  const repository = filled();
  const before = repository.refs();
  const { release } = await parcelOf('1.1.0', { 'README.md': 'two' });

  const outcome = await remoteAt(repository.folder).read(async (fetched) => {
    const to = await commitRelease(fetched.git, release, undefined);
    return remoteAt(repository.folder).push(fetched, [
      { ref: 'refs/tags/v1.1.0', to },
      // this commit does not follow what is there
      { ref: 'refs/heads/main', to },
    ]);
  });

  expect(outcome.code).not.toBe(0);
  expect(repository.refs()).toEqual(before);
});

test('neither hooks, templates nor settings of the user have a part in it', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const home = emptyFolder();
  for (const hook of ['hooks/pre-push', 'template/hooks/reference-transaction']) {
    mkdirSync(dirname(join(home, hook)), { recursive: true });
    writeFileSync(join(home, hook), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  }
  const config = join(home, 'config');
  for (const [key, value] of [
    ['core.hooksPath', join(home, 'hooks')],
    ['commit.gpgSign', 'true'],
    ['init.templateDir', join(home, 'template')],
  ] as const) {
    repository.run('config', '--file', config, key, value);
  }
  const remote = remoteAt(repository.folder, { ...surroundings.env, GIT_CONFIG_GLOBAL: config });
  const { release } = await parcelOf('1.0.0', { 'README.md': 'one' });

  await remote.read(async (fetched) => {
    const to = await commitRelease(fetched.git, release, undefined);
    const move = { ref: 'refs/heads/main', to };
    expect(await remote.push(fetched, [move])).toMatchObject({ code: 0 });
  });
  expect(repository.files('main')).toEqual({ 'README.md': 'one' });
});

test('the repository whose hook runs a publisher is not written to', async () => {
  const other = new RegistryRepository(emptyFolder());
  const ofHook = { GIT_DIR: other.folder };
  const remote = remoteAt(filled().folder, { ...surroundings.env, ...ofHook });

  await expect(remote.read(({ refs }) => Promise.resolve(refs.length))).resolves.toBe(2);
  expect(other.refs()).toEqual({});
});

/** A program that git takes for ssh: it runs the command here, after some failures. */
function sshFailing(times: number, words: string): Record<string, string> {
  const folder = emptyFolder();
  const program = join(folder, 'ssh');
  const script = `#!/bin/sh
echo x >> ${folder}/calls
[ "$(wc -l < ${folder}/calls)" -gt ${times} ] || { echo "${words}" >&2; exit 255; }
for last; do :; done
exec sh -c "$last"
`;
  writeFileSync(program, script, { mode: 0o755 });
  return { GIT_SSH: program, GIT_SSH_VARIANT: 'ssh', CALLS: join(folder, 'calls') };
}

test('a network that fails is tried again', async () => {
  const repository = filled();
  const ssh = sshFailing(1, 'ssh: connect to host example.com port 22: Connection refused');
  const remote = remoteAt(`git@example.com:${repository.folder}`, { ...surroundings.env, ...ssh });

  await expect(remote.read(({ tip }) => Promise.resolve(tip))).resolves.toBe(
    repository.run('rev-parse', 'main'),
  );
});

test('what does not get better is tried once, and said', async () => {
  const ssh = sshFailing(9, 'git@example.com: Permission denied (publickey).');
  const remote = remoteAt('git@example.com:m.git', { ...surroundings.env, ...ssh });

  await expect(remote.read(() => Promise.resolve())).rejects.toMatchObject({
    code: 'RepositoryUnread',
    message: expect.stringMatching(/got git@example.com:m.git: .*Permission denied/) as string,
  });
  expect(readFileSync(ssh.CALLS ?? '', 'utf8')).toBe('x\n');
});

test('a folder that is no repository is named', async () => {
  const folder = emptyFolder();

  await expect(remoteAt(folder).read(() => Promise.resolve())).rejects.toThrow(
    `--repository must be a git repository that can be read, got ${folder}: `,
  );
});

test('the words of a server are one line without a password', () => {
  const words = wordsOf(
    "remote: GL-HOOK: no  \nremote:\nfatal: unable to access 'https://jane:pw@h/x'\n",
  );

  expect(words).toBe("GL-HOOK: no; unable to access 'https://h/x'");
});
