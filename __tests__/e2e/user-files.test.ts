import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { execute, mustExecute } from './harness/child';
import type { Outcome } from './harness/child';
import { PROJECT } from './harness/project';
import { OWN_PROVIDERS, describeEndToEnd } from './harness/suite';
import type { Workspace } from './harness/workspace';

const newFolder = temporaryFolders();
const CLI = join(PROJECT, 'dist/cli.js');
const MINIMAL = 'modules/instance-profile/examples/minimal';
const LIST = '.ssm-iam-files';

/** What people keep beside modules that they try out. */
const NOTES = {
  'notes.md': 'remember the milk\n',
  [`${MINIMAL}/prod.tfvars`]: 'role_name = "Web"\n',
  [`${MINIMAL}/key.pem`]: 'not a key\n',
  [`${MINIMAL}/crash.log`]: 'panic\n',
  'modules/retired/examples/minimal/terraform.tfstate': '{"serial": 7}\n',
  'modules/mine/main.tf': '# mine\n',
};

/** Files and links below a folder, with the digests of what they hold. */
function digestsOf(folder: string, below = folder): Map<string, string> {
  return new Map(
    readdirSync(below, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) {
        return [...digestsOf(folder, path)];
      }
      const content = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
      return [[path.slice(folder.length + 1), createHash('sha256').update(content).digest('hex')]];
    }),
  );
}

const written = (folder: string): string[] =>
  readFileSync(join(folder, LIST), 'utf8').trimEnd().split('\n');

/** The digests of files that generating did not write. */
function digestsOfOthers(folder: string): Map<string, string> {
  const ours = [LIST, ...written(folder)];
  return new Map([...digestsOf(folder)].filter(([path]) => !ours.includes(path)));
}

describeEndToEnd('a generated folder in which somebody works', (bench) => {
  let workspace: Workspace;
  let planner: Workspace;
  /** The generated folder. */
  let out: string;

  const run = (...args: readonly string[]): Promise<Outcome> =>
    execute(process.execPath, [CLI, ...args], { cwd: workspace.folder, env: {} });
  const ssmIam = (...args: readonly string[]): Promise<string> =>
    mustExecute(process.execPath, [CLI, ...args], { cwd: workspace.folder, env: {} });
  const terraform = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
    workspace.run(`-chdir=${join('out', folder)}`, ...args);
  /** With the provider that runs already: that of the folder takes a second to start. */
  const plan = (...args: readonly string[]): Promise<Outcome> =>
    planner.run(`-chdir=${join(out, MINIMAL)}`, 'plan', '-input=false', ...args);
  const nextPlan = async (): Promise<number> => (await plan('-detailed-exitcode')).code;

  beforeAll(async () => {
    // with what Terraform installs for itself
    workspace = bench().workspace({}, OWN_PROVIDERS);
    planner = bench().workspace({});
    out = join(workspace.folder, 'out');
    await ssmIam('generate', '--out', 'out');
    expect((await terraform(MINIMAL, 'init', '-input=false')).code).toBe(0);
    expect((await terraform(MINIMAL, 'apply', '-input=false', '-auto-approve')).code).toBe(0);
    // the folder of a module as well, which holds the provider then
    expect((await terraform('modules/s3-access-policy', 'init', '-input=false')).code).toBe(0);
    fill(out, NOTES);
  });

  test('is checked without a word about what is not ours', async () => {
    const before = digestsOf(out);

    expect(before.has(`${MINIMAL}/terraform.tfstate`)).toBe(true);
    expect(await run('check', '--out', 'out')).toEqual({ code: 0, text: '' });
    expect(await run('check', '--out', 'out', '--no-diff')).toEqual({ code: 0, text: '' });
    const { code, text } = await run('check', '--out', 'out', '--diff');
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      'not written by ssm-iam and left alone:',
      ...[
        `${MINIMAL}/.terraform`,
        `${MINIMAL}/.terraform.lock.hcl`,
        `${MINIMAL}/crash.log`,
        `${MINIMAL}/key.pem`,
        `${MINIMAL}/prod.tfvars`,
        `${MINIMAL}/terraform.tfstate`,
        'modules/mine',
        'modules/retired',
        'modules/s3-access-policy/.terraform',
        'modules/s3-access-policy/.terraform.lock.hcl',
        'notes.md',
      ].map((path) => `  out/${path}`),
      '',
    ]);
    expect(digestsOf(out)).toEqual(before);
  });

  test('is generated again without a change', async () => {
    const before = digestsOf(out);
    await ssmIam('generate', '--out', 'out');

    expect(digestsOf(out)).toEqual(before);
    expect(await nextPlan()).toBe(0);
  });

  test('is brought up to date from older modules, and what others put there stays byte for byte', async () => {
    const current = digestsOf(out);
    const list = readFileSync(join(out, LIST), 'utf8');
    rmSync(join(out, 'modules/instance-profile/outputs.tf.json'));
    fill(out, {
      'README.md': 'older',
      'modules/instance-profile/old.tf.json': '{}',
      'modules/instance-profile/examples/older/main.tf': '',
      'modules/retired/main.tf.json': '{}',
      'modules/retired/examples/minimal/main.tf': '',
      [LIST]: `${list}${[
        'modules/instance-profile/examples/older/main.tf',
        'modules/instance-profile/old.tf.json',
        'modules/retired/examples/minimal/main.tf',
        'modules/retired/main.tf.json',
      ].join('\n')}\n`,
    });
    const others = digestsOfOthers(out);
    const { text } = await run('check', '--out', 'out');
    expect(text).not.toMatch(/tfstate|tfvars|notes|\.terraform\//);
    const said = await ssmIam('generate', '--out', 'out');

    expect(said).toContain('removed   retired\n');
    expect(digestsOfOthers(out)).toEqual(others);
    expect(digestsOf(out)).toEqual(current);
    expect(await nextPlan()).toBe(0);
  });

  test('is left as it is, whole, where a file of somebody else is in the way', async () => {
    const list = readFileSync(join(out, LIST), 'utf8');
    // an older release had no such file, and somebody wrote one
    fill(out, {
      [LIST]: list.replace('modules/instance-profile/README.md\n', ''),
      'modules/instance-profile/README.md': 'mine\n',
      'modules/instance-profile/main.tf.json': '{}',
    });
    const before = digestsOf(out);
    const refused = await run('generate', '--out', 'out');

    expect(refused).toEqual({
      code: 1,
      text: 'out/modules/instance-profile/README.md must be free for what ssm-iam writes there, got something that it did not write; move that away, or choose another --out [ForeignFile]\n',
    });
    expect(digestsOf(out)).toEqual(before);
    rmSync(join(out, 'modules/instance-profile/README.md'));
    await ssmIam('generate', '--out', 'out');
    expect(await run('check', '--out', 'out')).toEqual({ code: 0, text: '' });
  });

  test('whose generating was killed is refused by Terraform, which says what to do, until it is completed', async () => {
    const unfinished = join(out, 'modules/instance-profile/unfinished.tf.json');
    const script = `
      const fs = require('node:fs');
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        renameSync(from, to);
        if (to.endsWith('modules/instance-profile/main.tf.json')) process.kill(process.pid, 'SIGKILL');
      };`;
    workspace.write('kill.cjs', script);
    fill(out, {
      'modules/instance-profile/main.tf.json': '{}',
      'modules/instance-profile/variables.tf.json': '{}',
    });
    const others = digestsOfOthers(out);
    const killed = await execute(
      process.execPath,
      ['--require', join(workspace.folder, 'kill.cjs'), CLI, 'generate', '--out', 'out'],
      { cwd: workspace.folder, env: {} },
    );

    expect(killed.code).not.toBe(0);
    const { code, text } = await plan('-no-color');
    expect(code).toBe(1);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'ssm-iam generate was stopped while it wrote this folder; run it again',
    );
    expect((await run('check', '--out', 'out')).text).toContain(unfinished.slice(-40));
    expect(
      [...digestsOfOthers(out)].filter(([path]) => !/^\.ssm-iam-|unfinished/.test(path)),
    ).toEqual([...others]);
    await ssmIam('generate', '--out', 'out');
    expect(digestsOfOthers(out)).toEqual(others);
    expect(await nextPlan()).toBe(0);
  });

  test('is generated by two at once, and both succeed', async () => {
    const others = digestsOfOthers(out);
    for (const folder of ['out', 'fresh']) {
      fill(out, { 'README.md': 'older', 'modules/s3-access-policy/main.tf.json': '{}' });
      const both = await Promise.all([1, 2].map(() => run('generate', '--out', folder)));

      expect(both.map(({ code, text }) => [code, /E[A-Z]{5,}/.test(text)])).toEqual([
        [0, false],
        [0, false],
      ]);
      expect(await run('check', '--out', folder)).toEqual({ code: 0, text: '' });
      const names = readdirSync(join(workspace.folder, folder));
      expect(names.filter((name) => name.startsWith('.ssm-iam-'))).toEqual([LIST]);
      await ssmIam('generate', '--out', 'out');
    }
    expect(digestsOfOthers(out)).toEqual(others);
  });
});

test('what is built holds examples, and nothing that was left beside them', async () => {
  const folder = newFolder();
  const example = 'modules/lamp/examples/minimal';
  fill(folder, {
    'scripts/copy-examples.mjs': readFileSync(join(PROJECT, 'scripts/copy-examples.mjs'), 'utf8'),
    'dist/modules/lamp/module.js': '',
    [`${example}/main.tf`]: '# example',
    [`${example}/terraform.tfstate`]: '{}',
    [`${example}/prod.tfvars`]: '',
    [`${example}/.terraform/modules/x/main.tf`]: '',
  });
  await mustExecute(process.execPath, ['scripts/copy-examples.mjs'], { cwd: folder, env: {} });

  expect(contentsOf(join(folder, 'dist/modules/lamp/examples'))).toEqual({
    'minimal/main.tf': '# example',
  });
});
