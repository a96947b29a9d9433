import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Parcel, Target } from '../../publisher/target';
import { git } from '../../publisher/targets/git';
import { parcelOf } from '../fixtures/parcel';
import { perform } from '../fixtures/registries/publishing';
import { RegistryRepository } from '../fixtures/registry-repository';
import { gitEnv } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

const files = (text: string): Record<string, string> => ({ 'README.md': text });

const targetAt = async (repository: string, branch = 'main', env = gitEnv): Promise<Target> =>
  git.open({ repository, branch }, env);

const publish = async (target: Target, parcel: Parcel): Promise<void> =>
  perform(await target.plan(parcel), target, parcel);

/** A repository with versions whose text is the version. */
async function published(...versions: readonly string[]): Promise<RegistryRepository> {
  const repository = new RegistryRepository(emptyFolder());
  const target = await targetAt(repository.folder);
  for (const version of versions) {
    await publish(target, await parcelOf(version, files(version)));
  }
  return repository;
}

const parentOf = (repository: RegistryRepository, version: string): string =>
  repository.run('describe', '--tags', '--exact-match', `v${version}^`);

test('a plan names tag and branch, and changes nothing; each of its steps brings both', async () => {
  for (const first of [0, 1]) {
    const repository = new RegistryRepository(emptyFolder());
    const parcel = await parcelOf('1.0.0', files('one'));
    const { digest, bytes } = parcel.archives.tarball;
    const target = await targetAt(repository.folder);
    const steps = await target.plan(parcel);

    expect(target.destination).toBe(repository.folder);
    expect(steps).toMatchObject([
      { action: 'tag', subject: 'v1.0.0', digest, bytes: bytes.length },
      { action: 'update', subject: 'branch main' },
    ]);
    expect(repository.refs()).toEqual({});
    for (const step of first === 0 ? steps : steps.toReversed()) {
      await step.run();
      expect(Object.keys(repository.refs())).toEqual(['refs/heads/main', 'refs/tags/v1.0.0']);
    }
    expect(await target.plan(parcel)).toEqual([]);
  }
});

test('a release is an annotated tag of a commit after the release before it', async () => {
  const repository = await published('1.0.0', '1.1.0');

  expect(repository.run('cat-file', '-t', 'v1.1.0')).toBe('tag');
  expect(parentOf(repository, '1.1.0')).toBe('v1.0.0');
  expect(repository.run('rev-parse', 'main')).toBe(repository.run('rev-parse', 'v1.1.0^{}'));
  expect(repository.run('fsck', '--strict', '--no-dangling')).toBe('');
});

test('a correction of an old version is tagged after what it corrects, and the branch stays', async () => {
  const repository = await published('1.0.0', '1.1.0', '2.0.0', '1.0.1', '2.0.1');

  expect(parentOf(repository, '1.0.1')).toBe('v1.0.0');
  expect(parentOf(repository, '2.0.1')).toBe('v2.0.0');
  expect(repository.files('main')).toEqual(files('2.0.1'));
});

test('a version below all others follows none', async () => {
  const repository = await published('1.0.0', '0.9.0', '0.9.1');

  expect(repository.run('log', '--format=%p', 'v0.9.0')).toBe('');
  expect(parentOf(repository, '0.9.1')).toBe('v0.9.0');
  expect(repository.files('main')).toEqual(files('1.0.0'));
});

test('a release after candidates of a later one takes the branch, and keeps it', async () => {
  const repository = await published('2.0.0-rc.1', '1.0.0', '2.0.0-rc.2', '1.1.0');
  expect(repository.files('main')).toEqual(files('1.1.0'));

  const target = await targetAt(repository.folder);
  await publish(target, await parcelOf('2.0.0', files('2.0.0')));
  expect(repository.files('main')).toEqual(files('2.0.0'));
  expect(parentOf(repository, '2.0.0')).toBe('v1.1.0');
});

test('a line of its own has a branch of its own', async () => {
  const repository = await published('1.0.0', '2.0.0');
  const target = await targetAt(repository.folder, '1.x');
  await publish(target, await parcelOf('1.0.1', files('1.0.1')));

  expect(repository.files('1.x')).toEqual(files('1.0.1'));
  expect(repository.files('main')).toEqual(files('2.0.0'));
});

describe('a version that is there', () => {
  test('with the same bytes is there for whoever planned before, and under a tag of another', async () => {
    const repository = new RegistryRepository(emptyFolder());
    const target = await targetAt(repository.folder);
    const parcel = await parcelOf('1.0.0', files('1.0.0'));
    const steps = await target.plan(parcel);
    await publish(target, parcel);
    const before = repository.refs();
    await perform(steps, target, parcel);
    expect(repository.refs()).toEqual(before);

    repository.run('tag', '--force', '--annotate', '-m', 'signed', 'v1.0.0', 'main');
    expect(await target.plan(parcel)).toEqual([]);
    await publish(target, await parcelOf('1.1.0', files('1.1.0')));
    expect(parentOf(repository, '1.1.0')).toBe('v1.0.0');
  });

  test('with other bytes is refused, with both digests, when it is planned and later', async () => {
    const repository = new RegistryRepository(emptyFolder());
    const parcel = await parcelOf('1.0.0', files('other'));
    const target = await targetAt(repository.folder);
    const [late] = await target.plan(parcel);
    const theirs = await parcelOf('1.0.0', files('1.0.0'));
    await publish(target, theirs);
    const before = repository.refs();
    const refusal = {
      code: 'VersionTaken',
      message: expect.stringMatching(
        `${parcel.archives.tarball.digest}.*${theirs.archives.tarball.digest}`,
      ) as string,
    };

    await expect(target.plan(parcel)).rejects.toMatchObject(refusal);
    await expect(late?.run()).rejects.toMatchObject(refusal);
    expect(repository.refs()).toEqual(before);
  });
});

describe('what others put on the branch', () => {
  test('stays there, and no tag has it', async () => {
    const repository = await published('1.0.0');
    repository.commit(emptyFolder(), { '.github/CODEOWNERS': '*' });
    const target = await targetAt(repository.folder);
    await publish(target, await parcelOf('1.1.0', files('two')));

    expect(repository.files('main')).toEqual({ ...files('two'), '.github/CODEOWNERS': '*' });
    expect(repository.files('v1.1.0')).toEqual(files('two'));
    await publish(target, await parcelOf('1.2.0', { 'main.tf.json': '{}' }));
    expect(repository.files('main')).toEqual({ 'main.tf.json': '{}', '.github/CODEOWNERS': '*' });
  });

  test.each<[string, Record<string, string | null>, string]>([
    ['a file of a release that changed', { 'README.md': 'mine' }, 'README.md'],
    ['a file of a release that is gone', { 'README.md': null, 'x.md': '' }, 'README.md'],
    ['a file where a release brings one', { 'main.tf': 'mine' }, 'main.tf'],
  ])('is not overwritten: %s', async (_, change, path) => {
    const repository = await published('1.0.0');
    repository.commit(emptyFolder(), change);
    const before = repository.refs();
    // git would merge what the release leaves as it was
    const next = await parcelOf('1.1.0', { ...files('1.0.0'), 'main.tf': '# ours' });

    await expect((await targetAt(repository.folder)).plan(next)).rejects.toMatchObject({
      code: 'ForeignChange',
      message: expect.stringContaining(path) as string,
    });
    expect(repository.refs()).toEqual(before);
  });

  test('is refused where no release is, whatever its tags', async () => {
    const repository = new RegistryRepository(emptyFolder());
    repository.commit(emptyFolder(), { 'index.ts': '' });
    repository.run('tag', 'v0.9.0', 'main');
    const parcel = await parcelOf('1.0.0', files('one'));

    await expect((await targetAt(repository.folder)).plan(parcel)).rejects.toMatchObject({
      code: 'ForeignRepository',
    });
    await publish(await targetAt(repository.folder, 'releases'), parcel);
    expect(repository.files('releases')).toEqual(files('one'));
    expect(repository.files('main')).toEqual({ 'index.ts': '' });
  });
});

test('what the server says against it is told, and neither tag nor branch is there', async () => {
  const repository = new RegistryRepository(emptyFolder());
  repository.hook('update', '[ "$1" != refs/heads/main ] || { echo "GH006: no" >&2; exit 1; }');

  await expect(
    publish(await targetAt(repository.folder), await parcelOf('1.0.0', files('one'))),
  ).rejects.toMatchObject({
    code: 'PushRefused',
    message: expect.stringContaining('GH006: no') as string,
  });
  expect(repository.refs()).toEqual({});
});

test('neither hooks, templates, settings nor the repository of a hook of the user have a part in it', async () => {
  const plain = await published('1.0.0');
  const [repository, home] = [new RegistryRepository(emptyFolder()), emptyFolder()];
  for (const hook of ['hooks/pre-push', 'hooks/commit-msg', 'template/hooks/pre-commit']) {
    mkdirSync(dirname(join(home, hook)), { recursive: true });
    writeFileSync(join(home, hook), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  }
  const config = join(home, 'config');
  for (const [key, value] of [
    ['core.hooksPath', join(home, 'hooks')],
    ['core.autocrlf', 'true'],
    ['commit.gpgSign', 'true'],
    ['tag.gpgSign', 'true'],
    ['init.templateDir', join(home, 'template')],
  ] as const) {
    repository.run('config', '--file', config, key, value);
  }
  const env = { ...gitEnv, GIT_CONFIG_GLOBAL: config, GIT_DIR: plain.folder };
  const target = await targetAt(repository.folder, 'main', env);
  await publish(target, await parcelOf('1.0.0', files('1.0.0')));

  // the same bytes, whoever makes them
  expect(repository.refs()).toEqual(plain.refs());
});

test('a folder that is no repository, and a branch that git does not take, are named', async () => {
  const folder = emptyFolder();
  const target = await targetAt(folder);

  await expect(target.plan(await parcelOf('1.0.0', {}))).rejects.toThrow(
    `--repository must be a git repository that can be read, got ${folder}: `,
  );
  const { folder: repository } = new RegistryRepository(emptyFolder());
  for (const branch of ['a..b', 'x.lock', '-x y']) {
    const named = await targetAt(repository, branch);
    await expect(named.plan(await parcelOf('1.0.0', {}))).rejects.toThrow(
      `'${branch}' is not a valid branch name`,
    );
  }
});
