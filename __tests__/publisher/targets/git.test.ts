import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parcel, Target } from '../../../publisher/target';
import { git } from '../../../publisher/targets/git';
import { parcelOf } from '../../fixtures/parcel';
import { perform } from '../../fixtures/registries/publishing';
import { RegistryRepository, surroundings } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

const files = (text: string): Record<string, string> => ({ 'README.md': text });

const targetAt = (repository: string, branch = 'main'): Promise<Target> =>
  git.open({ repository, branch }, surroundings);

async function publish(target: Target, parcel: Parcel): Promise<void> {
  await perform(await target.plan(parcel), target, parcel);
}

test('a plan names tag and branch, and changes nothing', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const parcel = await parcelOf('1.0.0', files('one'));
  const { digest, bytes } = parcel.archives.tarball;
  const target = await targetAt(repository.folder);

  expect(await target.plan(parcel)).toEqual([
    { action: 'tag', subject: 'v1.0.0', digest, bytes: bytes.length },
    { action: 'update', subject: 'branch main' },
  ]);
  expect(repository.refs()).toEqual({});
  expect(target.destination).toBe(repository.folder);
});

test('each step alone brings it all, and the other one finds it there', async () => {
  for (const first of [0, 1]) {
    const repository = new RegistryRepository(emptyFolder());
    const parcel = await parcelOf('1.0.0', files('one'));
    const target = await targetAt(repository.folder);
    const steps = await target.plan(parcel);
    for (const step of first === 0 ? steps : steps.toReversed()) {
      await target.perform(step, parcel);
      expect(Object.keys(repository.refs())).toEqual(['refs/heads/main', 'refs/tags/v1.0.0']);
    }
    expect(await target.plan(parcel)).toEqual([]);
  }
});

test('of two publishers of the same bytes both succeed, with one commit', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const parcel = await parcelOf('1.0.0', files('one'));
  const target = await targetAt(repository.folder);
  const steps = await target.plan(parcel);

  await Promise.all([1, 2, 3].map(() => perform(steps, target, parcel)));
  expect(repository.run('rev-list', '--count', '--all')).toBe('1');
});

test('of two publishers of other bytes one succeeds, and the other is told', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const parcels = [await parcelOf('1.0.0', files('one')), await parcelOf('1.0.0', files('two'))];
  const target = await targetAt(repository.folder);

  const outcomes = await Promise.allSettled(parcels.map((parcel) => publish(target, parcel)));

  const told = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(told.map(({ reason }) => (reason as { code: string }).code)).toEqual(['VersionTaken']);
  const winner = parcels[outcomes.findIndex(({ status }) => status === 'fulfilled')];
  expect(repository.files('v1.0.0')).toEqual(winner?.release.files);
  expect(repository.files('main')).toEqual(winner?.release.files);
});

test('two publishers of two versions both succeed, and the branch shows the newer one', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const target = await targetAt(repository.folder);
  const parcels = [
    await parcelOf('1.0.0', files('1.0.0')),
    await parcelOf('1.1.0', files('1.1.0')),
  ];

  await Promise.all(parcels.map((parcel) => publish(target, parcel)));

  expect(repository.files('v1.0.0')).toEqual(files('1.0.0'));
  expect(repository.files('main')).toEqual(files('1.1.0'));
});

test.each([
  ['is overtaken', 'true'],
  ['is refused while others push', 'exit 1'],
])('who %s between looking and pushing looks again', async (_, end) => {
  const repository = new RegistryRepository(emptyFolder());
  const target = await targetAt(repository.folder);
  await publish(target, await parcelOf('1.0.0', files('one')));
  repository.commit(emptyFolder(), { '.github/CODEOWNERS': '*' }, 'others');
  // at the first push somebody else's commit comes onto the branch
  const others = `touch once; git update-ref refs/heads/main others; ${end}`;
  repository.hook('update', `[ -e once ] || { ${others}; }`);

  await publish(target, await parcelOf('1.1.0', files('two')));

  expect(repository.files('main')).toEqual({ ...files('two'), '.github/CODEOWNERS': '*' });
});

test('what the server says against it is told, and nothing is there', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const calls = join(repository.folder, 'calls');
  repository.hook('pre-receive', `echo x >> ${calls}; echo "GH006: protected branch" >&2; exit 1`);
  const target = await targetAt(repository.folder);

  await expect(publish(target, await parcelOf('1.0.0', files('one')))).rejects.toMatchObject({
    code: 'PushRefused',
    message: expect.stringContaining('GH006: protected branch') as string,
  });
  expect(repository.refs()).toEqual({});
  expect(readFileSync(calls, 'utf8')).toBe('x\n');
});

test('a hook that refuses the branch refuses the tag with it', async () => {
  const repository = new RegistryRepository(emptyFolder());
  repository.hook('update', '[ "$1" != refs/heads/main ]');

  await expect(
    publish(await targetAt(repository.folder), await parcelOf('1.0.0', files('one'))),
  ).rejects.toMatchObject({ code: 'PushRefused' });
  expect(repository.refs()).toEqual({});
});

describe('a clone', () => {
  test('gets branch, tag and files', async () => {
    const clone = new RegistryRepository(emptyFolder(), 'clone');
    const target = await targetAt(clone.folder);
    await publish(target, await parcelOf('1.0.0', { 'README.md': 'one', '.old': '' }));
    await publish(target, await parcelOf('1.1.0', files('two')));

    expect(readFileSync(join(clone.folder, 'README.md'), 'utf8')).toBe('two');
    expect(existsSync(join(clone.folder, '.old'))).toBe(false);
    expect(clone.run('status', '--porcelain')).toBe('');
    expect(clone.run('describe', '--tags')).toBe('v1.1.0');
  });

  test('with changes is refused by the plan, and keeps them', async () => {
    const clone = new RegistryRepository(emptyFolder(), 'clone');
    const target = await targetAt(clone.folder);
    await publish(target, await parcelOf('1.0.0', files('one')));
    writeFileSync(join(clone.folder, 'README.md'), 'mine');
    const next = await parcelOf('1.1.0', files('two'));

    await expect(target.plan(next)).rejects.toMatchObject({ code: 'DirtyRepository' });
    expect(readFileSync(join(clone.folder, 'README.md'), 'utf8')).toBe('mine');
    // a release that is there is there, and one that moves only a tag may come
    expect(await target.plan(await parcelOf('1.0.0', files('one')))).toEqual([]);
    await publish(target, await parcelOf('0.9.0', files('zero')));
  });

  test('with a new file where the release has one is not overwritten', async () => {
    const clone = new RegistryRepository(emptyFolder(), 'clone');
    writeFileSync(join(clone.folder, 'README.md'), 'mine');

    await expect(
      publish(await targetAt(clone.folder), await parcelOf('1.0.0', files('one'))),
    ).rejects.toMatchObject({ code: 'PushRefused' });
    expect(readFileSync(join(clone.folder, 'README.md'), 'utf8')).toBe('mine');
    expect(clone.refs()).toEqual({});
  });
});

test('another branch leaves main alone', async () => {
  const repository = new RegistryRepository(emptyFolder());
  repository.commit(emptyFolder(), { 'index.ts': '' });
  await publish(await targetAt(repository.folder, 'releases'), await parcelOf('1.0.0', files('1')));

  expect(repository.files('releases')).toEqual(files('1'));
  expect(repository.files('main')).toEqual({ 'index.ts': '' });
});

test.each(['', 'a..b', 'x.lock', '-x y'])('"%s" is no branch', async (branch) => {
  await expect(targetAt('/srv/m.git', branch)).rejects.toMatchObject({ code: 'BranchName' });
});
