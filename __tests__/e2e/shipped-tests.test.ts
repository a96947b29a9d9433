import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleDefinition } from '../../generator/module';
import { readInputs } from '../../generator/terraform-inputs';
import type { TerraformJson } from '../../generator/terraform-json';
import { root, shipped } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { runTests } from './harness/terraform-test';
import type { TestBlock, Tested } from './harness/terraform-test';
import { MODULES, ROOT_MODULE } from './harness/workspace';

const modules = shipped.map(({ name }) => name);
const FILES = ['combinations', 'defaults', 'inputs', 'rules'];

type Runs = readonly Readonly<Record<string, TestBlock>>[];
type Changes = Readonly<Record<string, unknown>>;

const folderOf = (module: string): string =>
  module === root.name ? ROOT_MODULE : join(MODULES, module);

const read = (module: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folderOf(module), file), 'utf8')) as Record<string, unknown>;

const runsIn = (module: string, file: string): [string, TestBlock][] =>
  (read(module, `tests/${file}.tftest.json`).run as Runs).flatMap(Object.entries<TestBlock>);

interface Contract {
  readonly inputs: readonly { readonly rules: readonly { readonly code: string }[] }[];
  readonly requirements: readonly { readonly code: string }[];
}

/** Runs the tests of a copy of a module, some of whose files are changed. */
async function tested(bench: Bench, module: string, changes: Changes = {}): Promise<Tested> {
  const files = readdirSync(folderOf(module), { recursive: true }) as string[];
  const kept = files.filter((file) => file.endsWith('.json') && !(file in changes));
  return runTests(bench, {
    ...Object.fromEntries(kept.map((file) => [file, read(module, file)])),
    ...changes,
  });
}

/** Codes of the rules that refuse these inputs, without Terraform. */
function refusedBy(definition: ModuleDefinition | undefined, variables: object): string[] {
  try {
    readInputs(definition ?? root, { ...variables });
    return [];
  } catch (error) {
    const codes = [...String(error).matchAll(/\[(\w+)\]$/gm)].map(([, code = '']) => code);
    // stands around all of them
    return codes.filter((code) => code !== 'SeveralMistakes');
  }
}

/** The test files with a run in each: after one that misses a failure Terraform skips the others of its file. */
function apart(module: string): Changes {
  const refusing = ['combinations', 'rules'].flatMap((file) => {
    const { run, ...rest } = read(module, `tests/${file}.tftest.json`) as { run: Runs };
    return run.map((one, i) => [`tests/${file}_${i}.tftest.json`, { ...rest, run: [one] }]);
  });
  const gone = FILES.map((file) => [`tests/${file}.tftest.json`, undefined]);
  return Object.fromEntries([...refusing, ...gone]) as Changes;
}

const withoutPreconditions = (configuration: object): unknown =>
  JSON.parse(
    JSON.stringify(configuration, (key, value: unknown) =>
      key === 'precondition' ? undefined : value,
    ),
  );

/** The module without a validation, a precondition or a check of its own. */
function unguarded(module: string): Changes {
  const { variable = {} } = read(module, 'variables.tf.json') as TerraformJson;
  const { check: _, ...main } = read(module, 'main.tf.json') as TerraformJson;
  return {
    'variables.tf.json': {
      variable: Object.fromEntries(
        Object.entries(variable).map(([name, { validation: __, ...block }]) => [name, block]),
      ),
    },
    'main.tf.json': withoutPreconditions(main),
    'outputs.tf.json': withoutPreconditions(read(module, 'outputs.tf.json')),
  };
}

describeEndToEnd('the tests that a module is shipped with', (bench) => {
  test.each(modules)('of %s pass, all of them', async (module) => {
    const runs = FILES.flatMap((file) => runsIn(module, file));
    const { passed, others, problems } = await tested(bench(), module);

    expect(problems).toEqual([]);
    expect(others).toEqual([]);
    expect(passed.sort()).toEqual(runs.map(([name]) => name).sort());
  });

  test.each(modules)('of %s miss every rule that is taken away', async (module) => {
    const changes = { ...apart(module), ...unguarded(module) };
    const names = ['combinations', 'rules'].flatMap((file) => runsIn(module, file));
    const { passed, others } = await tested(bench(), module, changes);

    expect(passed).toEqual([]);
    expect(others.sort()).toEqual(names.map(([name]) => name).sort());
  });

  test.each(modules)('of %s have a run for each rule of its contract', (module) => {
    const { inputs, requirements } = read(module, 'interface.json') as unknown as Contract;
    const about = (file: string): string[] => runsIn(module, file).map(([, run]) => run['//']);
    const ofInputs = about('rules').flatMap((text) => text.match(/(?<=: )\w+/g) ?? []);
    const together = about('combinations').flatMap((text) => text.split(', '));

    expect(ofInputs).toEqual(
      expect.arrayContaining(inputs.flatMap(({ rules }) => rules.map(({ code }) => code))),
    );
    expect(together).toEqual(expect.arrayContaining(requirements.map(({ code }) => code)));
  });

  test.each(modules)('of %s refuse by the rules that they are about', (module) => {
    const definition = shipped.find(({ name }) => name === module);
    const { requirements } = read(module, 'interface.json') as unknown as Contract;
    const checked = requirements.map(({ code }) => code);
    const about = [
      ...runsIn(module, 'rules').map(([, run]) => [run, run['//'].match(/(?<=: )\w+/g) ?? []]),
      // the rest of these is told by Terraform alone
      ...runsIn(module, 'combinations')
        .filter(([, run]) => run['//'].split(', ').every((code) => checked.includes(code)))
        .map(([, run]) => [run, run['//'].split(', ')]),
    ] as [TestBlock, string[]][];

    expect(about.length).toBeGreaterThan(0);
    for (const [{ variables }, codes] of about) {
      expect(refusedBy(definition, variables).sort()).toEqual([...codes].sort());
    }
  });

  test('miss what is changed in a policy or taken from a resource', async () => {
    const module = 'automation-service-role';
    const main = readFileSync(join(MODULES, module, 'main.tf.json'), 'utf8')
      .replace('"path": "${var.path}"', '"path": "/"')
      .replace('"lambda:InvokeFunction"', '"lambda:*"')
      .replace(/(aws:SourceArn.*)automation-execution\/\*/, '$1*');
    const { others } = await tested(bench(), module, {
      'main.tf.json': JSON.parse(main) as unknown,
      ...Object.fromEntries(
        ['combinations', 'rules'].map((f) => [`tests/${f}.tftest.json`, undefined]),
      ),
    });

    expect(others.sort()).toEqual(
      [
        // whatever shows the trust with its conditions
        ...['defaults', 'account_id', 'partition', 'partition_2', 'trusted_services'],
        ...['path', 'lambda_function_arns'],
      ].sort(),
    );
  });
});
