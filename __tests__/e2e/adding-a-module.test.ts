import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fencedBlocks } from './harness/markdown';
import { PROJECT, ProjectCopy } from './harness/project';
import { describeEndToEnd } from './harness/suite';
import { runTests } from './harness/terraform-test';
import type { Workspace } from './harness/workspace';

const blocks = fencedBlocks(readFileSync(join(PROJECT, 'docs/adding-a-module.md'), 'utf8'));
const MODULE = 'generated/modules/parameter-access';

/** The files that the page shows, by their paths. */
const shown = blocks
  .filter(({ language }) => language !== 'diff')
  .map(({ text, line }) => {
    const [, path] = /^(?:\/\/|#) (\S+)\n/.exec(text) ?? [];
    if (path === undefined) {
      throw new Error(
        `the block in line ${line} of docs/adding-a-module.md does not begin with its path`,
      );
    }
    return { path, text };
  });

/** Adds the lines with a plus behind those before them, which have to be there once. */
function applied(diff: string, text: string): string {
  return diff
    .trimEnd()
    .split('\n\n')
    .reduce((changed, hunk) => {
      const lines = hunk.split('\n');
      const without = lines.filter((line) => line.startsWith(' ')).map((line) => line.slice(1));
      const before = `${without.join('\n')}\n`;
      if (changed.split(before).length !== 2) {
        throw new Error(`not once in the file: ${before}`);
      }
      return changed.replace(before, `${lines.map((line) => line.slice(1)).join('\n')}\n`);
    }, text);
}

const sectionsOf = (markdown: string): string[] => markdown.match(/^## .*/gm) ?? [];

describeEndToEnd('the worked example of a module', (bench) => {
  let project: ProjectCopy;
  let said: string;

  beforeAll(async () => {
    project = new ProjectCopy(bench().environment);
    for (const { path, text } of shown) {
      mkdirSync(dirname(project.path(path)), { recursive: true });
      writeFileSync(project.path(path), text);
    }
    for (const { text } of blocks.filter(({ language }) => language === 'diff')) {
      const [, path = '', diff = ''] = /^--- (\S+)\n(.*)$/s.exec(text) ?? [];
      writeFileSync(project.path(path), applied(diff, readFileSync(project.path(path), 'utf8')));
    }
    said = await project.must('npm run --silent generate');
  });

  afterAll(() => {
    project.remove();
  });

  const filesOf = (name: string): string[] =>
    readdirSync(project.path(`generated/modules/${name}`), { recursive: true })
      .map(String)
      .sort();
  const read = (name: string): string => readFileSync(project.path(`${MODULE}/${name}`), 'utf8');
  /** Calls of the module, always by the same names, so that one `init` serves all. */
  const calls = (all: object, one: object): object => {
    const source = project.path(MODULE);
    return { module: { all: { source, ...all }, one: { source, ...one } } };
  };
  let workspace: Workspace;

  test('is a folder and a line: everything else stays as it was', () => {
    const changed = said.split('\n').filter((line) => !line.startsWith('unchanged '));

    expect(shown.filter(({ path }) => !path.startsWith('modules/parameter-access/'))).toEqual([]);
    expect(changed).toEqual(['created   parameter-access', '']);
  });

  test('is what the linter and the formatter want', async () => {
    await project.must('npx eslint modules/parameter-access modules/catalog.ts --max-warnings 0');
    await project.must('npx prettier --check modules/parameter-access modules/catalog.ts');
  });

  test('comes with all that the other modules come with', () => {
    expect(filesOf('parameter-access')).toEqual(filesOf('maintenance-window-user-access'));
  });

  test('has its inputs, outputs and permissions in README and contract', () => {
    const readme = read('README.md');
    const contract = JSON.parse(read('interface.json')) as unknown;

    expect(contract).toMatchObject({
      inputs: ['account_id', 'kms_key_arn', 'names', 'partition', 'paths', 'policy_name'].map(
        (name) => ({ name }),
      ),
      outputs: [{ name: 'policy_arn' }],
      permissions: [{ id: 'read_below' }, { id: 'read' }, { id: 'decrypt' }],
    });
    for (const name of ['input_paths', 'input_kms_key_arn', 'output_policy_arn']) {
      expect(readme).toContain(`<a name="${name}"></a>`);
    }
    expect(sectionsOf(readme)).toEqual(
      sectionsOf(
        readFileSync(project.path('generated/modules/s3-access-policy/README.md'), 'utf8'),
      ),
    );
  });

  test('is explained by the command', async () => {
    const text = await project.must(
      `node dist/cli.js explain parameter-access --var 'paths=["/web"]' --var account_id=123456789012 --var partition=aws`,
    );

    expect(text).toContain(' arn:aws:ssm:*:123456789012:parameter/web/* ');
    expect(text).not.toContain('kms:Decrypt');
  });

  test('is a stack', async () => {
    await project.must('node dist/main.js');

    expect(project.json('cdktf.out/manifest.json')).toHaveProperty('stacks.parameter-access');
  });

  test('plans the policy that it speaks of', async () => {
    const key = 'arn:aws:kms:us-east-2:123456789012:key/1';
    const inputs = { paths: ['/web'], names: ['/db/password'], kms_key_arn: key };
    const justOne = { names: ['/db/password'], policy_name: 'One' };
    workspace = bench().workspace(calls(inputs, justOne));
    await workspace.init();
    await workspace.must('validate');
    const { resource_changes = [] } = await workspace.plan();
    const statements = (call: string): unknown => {
      const address = `module.${call}.aws_iam_policy.this`;
      const policy = resource_changes.find((change) => change.address === address);
      return (JSON.parse(String(policy?.change.after?.policy)) as { Statement: unknown }).Statement;
    };
    const read = { Effect: 'Allow', Action: ['ssm:GetParameter', 'ssm:GetParameters'] };
    const one = 'arn:aws:ssm:*:123456789012:parameter/db/password';

    expect(statements('all')).toEqual([
      { ...read, Resource: ['arn:aws:ssm:*:123456789012:parameter/web/*'] },
      { ...read, Resource: [one] },
      { Effect: 'Allow', Action: 'kms:Decrypt', Resource: key },
    ]);
    expect(statements('one')).toEqual([{ ...read, Resource: [one] }]);
  });

  test('is shipped with tests of each input and each rule, which pass', async () => {
    const files = filesOf('parameter-access').filter((name) => name.endsWith('.json'));
    const { passed, others, problems } = await runTests(
      bench(),
      Object.fromEntries(files.map((name) => [name, JSON.parse(read(name)) as unknown])),
    );

    expect({ others, problems }).toEqual({ others: [], problems: [] });
    expect(passed).toEqual(
      expect.arrayContaining(['names', 'kms_key_arn', 'refuses_1', 'refuses_NoParameters']),
    );
  });

  test('has examples that are formatted and plan', async () => {
    const example = bench().workspace({});
    cpSync(project.path(MODULE), join(example.folder, 'module'), { recursive: true });
    await example.must('fmt', '-check', '-recursive', 'module/examples');
    const folder = '-chdir=module/examples/complete';
    await example.must(folder, 'init', '-no-color', '-input=false');

    expect(await example.must(folder, 'plan', '-no-color', '-input=false')).toContain(
      'Plan: 2 to add, 0 to change, 0 to destroy.',
    );
  });

  test('refuses at plan what its rules refuse', async () => {
    const refusal = async (all: object, one: object): Promise<string> => {
      workspace.configure(calls(all, one));
      return (await workspace.run('plan', '-no-color', '-input=false')).text;
    };

    expect(await refusal({ paths: ['web'] }, { names: ['/x'] })).toContain('[ParameterName]');
    expect(await refusal({ paths: ['/web'] }, {})).toContain('[NoParameters]');
  });
});
