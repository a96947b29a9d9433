import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitRelease, mergeRelease } from '../../../publisher/git-registry/commits';
import { parcelOf } from '../../fixtures/parcel';
import { gitEnv } from '../../fixtures/released-project';
import { RegistryRepository } from '../../fixtures/registry-repository';
import { temporaryFolders } from '../../fixtures/temporary-folder';

// git is called often, on a machine that may be busy
jest.setTimeout(60_000);
const emptyFolder = temporaryFolders();

const FILES = {
  '.terraform-docs.yml': 'formatter: markdown\n',
  'README.md': 'grüße\n',
  'modules/a/main.tf.json': '{}\n',
  'with "quotes" and \\': 'odd',
  'two\nlines': 'odder',
};

/** The commit that git makes of these files in a work tree. */
function committedByHand(files: Readonly<Record<string, string>>, message: string): string {
  const clone = new RegistryRepository(emptyFolder(), 'clone');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(clone.folder, name)), { recursive: true });
    writeFileSync(join(clone.folder, name), text);
  }
  clone.run('add', '--all');
  const who = { NAME: 'ssm-iam', EMAIL: 'ssm-iam@registry.invalid', DATE: '2026-03-01T12:00:00Z' };
  const env = Object.entries(who).flatMap(([name, value]) =>
    ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${name}`, value]),
  );
  execFileSync('git', ['commit', '--quiet', '-m', message], {
    cwd: clone.folder,
    env: { ...gitEnv, ...(Object.fromEntries(env) as Record<string, string>) },
  });
  return clone.run('rev-parse', 'HEAD');
}

test('the commit of a release holds its files, and nothing of this machine', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const { release } = await parcelOf('1.0.0', FILES);
  const commit = await commitRelease(repository.git, release, undefined);

  const raw = repository.run('cat-file', 'commit', commit).split('\n').slice(1, 3);
  expect(raw).toEqual([
    'author ssm-iam <ssm-iam@registry.invalid> 1772366400 +0000',
    'committer ssm-iam <ssm-iam@registry.invalid> 1772366400 +0000',
  ]);
  const paths = repository.run('ls-tree', '-r', '-z', '--name-only', commit).split('\0');
  expect(paths.filter((path) => path !== '').sort()).toEqual(Object.keys(FILES).sort());
  expect(repository.text(commit, 'README.md')).toBe('grüße\n');
  expect(repository.run('fsck', '--strict')).toBe('');
});

test('two machines make the same commit, whatever their users have set', async () => {
  const { release } = await parcelOf('1.0.0', FILES);
  const plain = new RegistryRepository(emptyFolder());
  const other = new RegistryRepository(emptyFolder());
  for (const [key, value] of [
    ['commit.gpgsign', 'true'],
    ['user.signingkey', 'nobody'],
    ['i18n.commitEncoding', 'latin1'],
    ['core.autocrlf', 'true'],
    ['user.name', 'Somebody'],
  ] as const) {
    other.run('config', key, value);
  }

  const [one, two] = await Promise.all(
    [plain, other].map(({ git }) => commitRelease(git, release, undefined)),
  );

  expect(one).toBe(two);
  expect(one).toBe(committedByHand(FILES, plain.run('log', '-1', '--format=%B', one ?? '')));
});

test('a release follows that before it, with its own files alone', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const first = await commitRelease(
    repository.git,
    (await parcelOf('1.0.0', FILES)).release,
    undefined,
  );
  const { release } = await parcelOf('1.1.0', { 'README.md': 'new' });
  const second = await commitRelease(repository.git, release, first);

  expect(repository.run('rev-list', '--parents', '-1', second)).toBe(`${second} ${first}`);
  expect(repository.files(second)).toEqual({ 'README.md': 'new' });
});

test('a merge starts from the branch, and changes what it is told', async () => {
  const repository = new RegistryRepository(emptyFolder());
  const make = async (version: string, files: Record<string, string>): Promise<string> =>
    commitRelease(repository.git, (await parcelOf(version, files)).release, undefined);
  const tip = await make('1.0.0', { old: '1', kept: '2', 'README.md': '3' });
  repository.run('update-ref', '-d', 'refs/made/release');
  const released = await make('1.1.0', { 'README.md': 'new' });
  const blob = repository.run('rev-parse', `${released}:README.md`);
  const { release } = await parcelOf('1.1.0', {});

  const merged = await mergeRelease(repository.git, release, [tip, released], {
    remove: ['old'],
    put: new Map([
      ['README.md', `100644 blob ${blob}`],
      ['run.sh', `100755 blob ${blob}`],
    ]),
  });

  expect(repository.files(merged)).toEqual({ 'README.md': 'new', kept: '2', 'run.sh': 'new' });
  expect(repository.run('ls-tree', merged, 'run.sh')).toMatch(/^100755/);
  expect(repository.run('rev-list', '--parents', '-1', merged)).toBe(
    `${merged} ${tip} ${released}`,
  );
});
