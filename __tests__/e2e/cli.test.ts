import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../fixtures/command';
import type { Outcome } from '../fixtures/command';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { MODULE_NAMES } from '../fixtures/module-names';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

// a busy machine takes its time to start a process
jest.setTimeout(60_000);

const MODULES: readonly string[] = MODULE_NAMES;
const FILES = [
  '.terraform-docs.yml',
  'README.md',
  'examples/complete/main.tf',
  'examples/minimal/main.tf',
  'interface.json',
  'main.tf.json',
  'outputs.tf.json',
  ...['combinations', 'defaults', 'inputs', 'rules'].map((name) => `tests/${name}.tftest.json`),
  'variables.tf.json',
  'versions.tf.json',
];

/** Modules for managed nodes ship AWS's buckets as data, and modules with a role the paths of AWS's policies. */
const filesOf = (name: string): string[] =>
  [
    ...FILES,
    ...(/^(hybrid|instance|s3)-/.test(name) ? ['agent-buckets.json'] : []),
    ...(ROLE_MODULES.includes(name) ? ['aws-policies.json'] : []),
    ...(TAKING_OVER.includes(name) ? ['examples/take-over/main.tf'] : []),
  ].sort();
const ROLE_MODULES = MODULES.filter((name) => /-(role|profile|management)$/.test(name));
/** Those that can import what the AWS guide makes. */
const TAKING_OVER = [...ROLE_MODULES, 'automation-user-access', 'user-access'];

const ROOT = 'ssm-iam';
const LIST = '.ssm-iam-files';
const ROOT_FILES = [...FILES, 'CHANGELOG.md', 'LICENSE', 'interface.schema.json'].sort();

const ssmIam = (folder: string, ...args: readonly string[]): Outcome => runCommand(folder, args);

/** What became of a module that was changed by hand. */
const STATES: Readonly<Record<string, string>> = {
  'hybrid-service-role': 'created   hybrid-service-role',
  'instance-profile': 'changed   instance-profile: README.md, extra.txt',
  retired: 'removed   retired',
  [ROOT]: `changed   ${ROOT}: outputs.tf.json`,
};
/** The root comes last. */
const byPlace = (one: string, other: string): number =>
  one === ROOT ? 1 : other === ROOT ? -1 : one < other ? -1 : 1;

describe('generate', () => {
  test('writes every module below generated/modules and the root above, and says so', () => {
    const folder = newFolder();

    expect(ssmIam(folder, 'generate')).toEqual({
      code: 0,
      out: [...MODULES, ROOT].map((name) => `created   ${name}\n`).join(''),
      err: '',
    });
    const below = MODULES.flatMap((name) => filesOf(name).map((file) => `modules/${name}/${file}`));
    const written = Object.keys(contentsOf(join(folder, 'generated')));
    expect(written.sort()).toEqual([LIST, ...ROOT_FILES, ...below].sort());
  });

  test('says what it changed, removed and left as it was', () => {
    const folder = newFolder();
    ssmIam(folder, 'generate', '--out', 'x');
    const list = contentsOf(folder)[`x/${LIST}`] ?? '';
    fill(join(folder, 'x'), {
      'modules/instance-profile/README.md': 'changed',
      'modules/instance-profile/extra.txt': '',
      'modules/retired/main.tf.json': '{}',
      [LIST]: `${list}modules/instance-profile/extra.txt\nmodules/retired/main.tf.json\n`,
    });
    rmSync(join(folder, 'x/modules/hybrid-service-role'), { recursive: true });
    rmSync(join(folder, 'x/outputs.tf.json'));

    expect(ssmIam(folder, 'generate', '--out', 'x')).toEqual({
      code: 0,
      out: [
        ...[...MODULES, ROOT, 'retired']
          .sort(byPlace)
          .map((name) => STATES[name] ?? `unchanged ${name}`),
        '',
      ].join('\n'),
      err: '',
    });
    expect(ssmIam(folder, 'check', '--out', 'x').code).toBe(0);
  });

  test.each([
    ['s3-access-policy', 'x/modules/s3-access-policy', filesOf('s3-access-policy')],
    [ROOT, 'x', ROOT_FILES],
  ])('writes %s alone and leaves the others alone', (name, where, files) => {
    const folder = newFolder();
    const one = ssmIam(folder, 'generate', '--out', 'x', '--module', name);

    expect(one).toEqual({ code: 0, out: `created   ${name}\n`, err: '' });
    expect(Object.keys(contentsOf(folder))).toEqual([
      `x/${LIST}`,
      ...files.map((file) => `${where}/${file}`),
    ]);
  });

  test('writes the same bytes from any folder of the machine', () => {
    const [here, there] = [newFolder(), newFolder()];
    const fromRoot = ssmIam('/', 'generate', '--out', here);
    ssmIam(there, 'generate', '--out', '.');

    expect(fromRoot.err).toBe('');
    expect(contentsOf(here)).toEqual(contentsOf(there));
  });

  test('refuses a folder of somebody else and writes nothing', () => {
    const folder = newFolder();
    const foreign = { 'x/modules/s3-access-policy/main.tf': '# mine' };
    fill(folder, foreign);

    expect(ssmIam(folder, 'generate', '--out', 'x')).toEqual({
      code: 1,
      out: '',
      err: 'x must be empty or written by ssm-iam, which keeps .ssm-iam-files there; choose another --out, or move what is there away [ForeignFolder]\n',
    });
    expect(contentsOf(folder)).toEqual(foreign);
  });
});

describe('check', () => {
  const folder = newFolder();
  const fresh = (): void => {
    rmSync(join(folder, 'x'), { recursive: true, force: true });
    ssmIam(folder, 'generate', '--out', 'x');
  };

  test('says nothing about modules that are as they should be', () => {
    fresh();

    expect(ssmIam(folder, 'check', '--out', 'x')).toEqual({ code: 0, out: '', err: '' });
  });

  test('names every file that differs, is missing or does not belong there', () => {
    fresh();
    const modules = join(folder, 'x/modules');
    const list = contentsOf(folder)[`x/${LIST}`] ?? '';
    fill(modules, {
      'hybrid-service-role/README.md': 'changed',
      'instance-profile/deep/extra.tf': '',
      'retired/main.tf.json': '{}',
      'foreign/main.tf': '# mine',
      'notes.txt': 'mine',
    });
    rmSync(join(modules, 'automation-service-role/versions.tf.json'));
    fill(join(folder, 'x'), {
      'main.tf.json': '{}',
      [LIST]: `${list}modules/instance-profile/deep/extra.tf\nmodules/retired/main.tf.json\n`,
    });
    const before = contentsOf(folder);

    expect(ssmIam(folder, 'check', '--out', 'x')).toEqual({
      code: 1,
      out: '',
      err: `6 files are not what the generator writes; run npm run generate and commit the result:
  x/modules/automation-service-role/versions.tf.json
  x/modules/hybrid-service-role/README.md
  x/modules/instance-profile/deep/extra.tf
  x/modules/retired/main.tf.json
  x/main.tf.json
  x/.ssm-iam-files
`,
    });
    expect(contentsOf(folder)).toEqual(before);
  });

  test('looks at one module when asked to', () => {
    fresh();
    fill(folder, { 'x/modules/hybrid-service-role/README.md': 'changed' });

    expect(ssmIam(folder, 'check', '--out', 'x', '--module', 'instance-profile').code).toBe(0);
    expect(ssmIam(folder, 'check', '--out', 'x', '--module', 'hybrid-service-role')).toEqual({
      code: 1,
      out: '',
      err: '1 file is not what the generator writes; run npm run generate and commit the result:\n  x/modules/hybrid-service-role/README.md\n',
    });
  });

  test('misses every file where nothing was generated', () => {
    const empty = newFolder();
    mkdirSync(join(empty, 'generated'));
    const { code, err } = ssmIam(empty, 'check');

    expect(code).toBe(1);
    expect(err).toMatch(/^220 files are not what the generator writes;/);
    expect(contentsOf(empty)).toEqual({ 'generated/': '' });
  });
});

describe('misuse ends with 2 and writes nothing', () => {
  test.each<[string, readonly string[], string]>([
    [
      'a module that does not exist',
      ['generate', '--module', 'instance'],
      `there is no module instance; the modules are ${[...MODULES, ROOT].join(', ')} [UnknownModule]\n`,
    ],
    ['an option that does not exist', ['check', '--fix'], "error: unknown option '--fix'\n"],
    ['a command that does not exist', ['deploy'], "error: unknown command 'deploy'\n"],
    [
      'a value that is missing',
      ['generate', '--out'],
      "error: option '--out <dir>' argument missing\n",
    ],
    [
      'an argument too many',
      ['generate', 'instance-profile'],
      "error: too many arguments for 'generate'. Expected 0 arguments but got 1.\n",
    ],
  ])('%s', (_, args, err) => {
    const folder = newFolder();

    expect(ssmIam(folder, ...args)).toEqual({ code: 2, out: '', err });
    expect(contentsOf(folder)).toEqual({});
  });

  test('no command at all, which shows the help', () => {
    const { code, out, err } = ssmIam(newFolder());

    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: ssm-iam [options] [command]');
  });
});
