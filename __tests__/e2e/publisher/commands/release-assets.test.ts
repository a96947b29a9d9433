import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../fixtures/command';
import { ReleasedProject } from '../../../fixtures/released-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

let folder: string;

beforeAll(() => {
  const project = new ReleasedProject(newFolder());
  const packages = { '': { name: 'ssm-iam', version: '1.0.0' } };
  project.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
  project.release('1.0.0', { 'main.tf.json': '{}\n', 'modules/a/main.tf.json': '{}\n' });
  folder = project.folder;
});

const assets = (cwd: string, ...args: readonly string[]) =>
  runCommand(cwd, ['release', 'assets', ...args]);

/** What sha256sum says of the files in a folder. */
const check = (cwd: string): string =>
  spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd, encoding: 'utf8' }).stdout;

test('the files are written, and sha256sum finds them right', () => {
  const out = join(folder, 'release');

  expect(assets(folder, '--out', 'release')).toEqual({
    code: 0,
    out: 'ssm-iam-1.0.0.tar.gz\nssm-iam-1.0.0.zip\nsbom.cdx.json\nSHA256SUMS\n',
    err: '',
  });
  expect(check(out)).toBe('ssm-iam-1.0.0.tar.gz: OK\nssm-iam-1.0.0.zip: OK\nsbom.cdx.json: OK\n');
  const list = spawnSync('tar', ['-tzf', join(out, 'ssm-iam-1.0.0.tar.gz')], { encoding: 'utf8' });
  expect(list.stdout).toBe('main.tf.json\nmodules/a/main.tf.json\n');
  appendFileSync(join(out, 'ssm-iam-1.0.0.zip'), ' ');
  expect(check(out)).toContain('ssm-iam-1.0.0.zip: FAILED');
});

test('another folder and a version may be named', () => {
  const elsewhere = newFolder();
  const { code } = assets(folder, '--out', join(elsewhere, 'o'), '--release', '1.0.0');

  expect(code).toBe(0);
  expect(check(join(elsewhere, 'o'))).toMatch(/^(\S+: OK\n){3}$/);
});

test('a folder without a project is refused', () => {
  const { code, err } = assets(newFolder(), '--out', 'o');

  expect(code).toBe(2);
  expect(err).toMatch(
    /^package\.json .*run this in the folder of the project, .*\[UnreadableFile\]\n$/,
  );
});

test.each([
  [['--out', 'package.json'], 2, '--out must be a folder'],
  [['--out', 'o', '--release', 'v1.0.0'], 2, '--release must be a version like 1.2.3'],
  [['--out', 'o', '--release', '1.0.1'], 1, 'a release must have its tag, got no tag v1.0.1'],
  [[], 2, "error: required option '--out <dir>' not specified"],
])('%j is refused', (args, code, message) => {
  const outcome = assets(folder, ...args);

  expect(outcome).toMatchObject({ code, out: '' });
  expect(outcome.err).toContain(message);
});
