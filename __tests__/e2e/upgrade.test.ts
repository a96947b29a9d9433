import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as defaults from './cases/defaults';
import * as everythingOn from './cases/everything-on';
import { INTENDED_CHANGES, PREVIOUS_INPUTS } from './cases/intended-changes';
import { written } from './cases/statements';
import { previousModules } from './harness/history';
import type { Previous } from './harness/history';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

type Calls = Record<string, Record<string, unknown> & { source: string }>;

/** All roles of the module for an account, and policies that two of them have. */
const ACCOUNT_INPUTS = {
  name_prefix: 'account-',
  regions: ['us-east-2'],
  s3_buckets: [{ name: 'example-own', access: 'read', encrypted: false }],
  automation_service_role: true,
  automation_groups: ['operators'],
  hybrid_service_role: true,
  instance_profile: true,
};

/** Calls of every module that was there, with its defaults and with all it knew, or as it was called. */
function calls(previous: string, modules: string): Calls {
  const all = {
    ...prefixed('plain', defaults.inputs(modules) as Calls),
    ...prefixed('full', everythingOn.inputs(modules) as Calls),
    account: { source: dirname(modules), ...ACCOUNT_INPUTS },
  };
  const known = Object.entries(all).flatMap(([name, { source, ...inputs }]) => {
    const folder = source.replace(dirname(modules), dirname(previous));
    if (!existsSync(join(folder, 'variables.tf.json'))) {
      return [];
    }
    const before = PREVIOUS_INPUTS[name];
    if (before !== undefined) {
      return [[name, { ...(modules === previous ? before : inputs), source }]];
    }
    const variables = declared(folder, 'variable');
    const given = Object.entries(inputs).filter(([input]) => variables.includes(input));
    return [[name, { ...Object.fromEntries(given), source }]];
  });
  return Object.fromEntries(known) as Calls;
}

const prefixed = (prefix: string, modules: Calls): Calls =>
  Object.fromEntries(Object.entries(modules).map(([name, call]) => [`${prefix}_${name}`, call]));

/** Names of the variables or outputs of a module. */
function declared(folder: string, kind: 'variable' | 'output'): string[] {
  const file = JSON.parse(readFileSync(join(folder, `${kind}s.tf.json`), 'utf8')) as Record<
    string,
    object
  >;
  return Object.keys(file[kind] ?? {});
}

/** An output of the root for each output that the modules had. */
function outputs(previous: string): Record<string, object> {
  const all = Object.entries(calls(previous, previous)).flatMap(([name, { source }]) =>
    declared(source, 'output').map((output) => [
      `${name}_${output}`,
      { value: `\${module.${name}.${output}}` },
    ]),
  );
  return Object.fromEntries(all) as Record<string, object>;
}

/** Everything that an apply would change, as the intended changes are written. */
function planned(plan: Plan): string[] {
  const outputChanges = Object.entries(plan.output_changes ?? {})
    .filter(([, { actions }]) => actions?.join() !== 'no-op')
    .map(([name, { actions = [] }]) => `output.${name}: ${actions.join(' ')}`);
  const changes = realChanges(plan).map(
    ({ address, change }) => `${address}: ${change.actions.join(' ')}`,
  );
  return [...changes, ...outputChanges].sort();
}

const previous = previousModules();

if (typeof previous === 'string') {
  if (process.env.CI === 'true') {
    throw new Error(`${previous}; with CI=true nothing is skipped`);
  }
  console.warn(`skipped: ${previous}`);
  test.skip(`an upgrade from the previous modules: ${previous}`, () => undefined);
} else {
  upgradeFrom(previous);
}

function upgradeFrom({ commit, root, modules }: Previous): void {
  describeEndToEnd(`an upgrade from the modules of ${commit.slice(0, 12)}`, (bench) => {
    let workspace: Workspace;

    beforeAll(async () => {
      const { iam } = bench().emulator;
      await iam.createGroup({ GroupName: 'operators' });
      await iam.createUser({ UserName: 'jane' });
      await iam.createRole({ RoleName: 'existing', AssumeRolePolicyDocument: written() });
      const module = calls(modules, modules);
      workspace = bench().workspace({ module, output: outputs(modules) });
      await workspace.init();
      await workspace.apply();
    });

    afterAll(() => {
      rmSync(root, { recursive: true, force: true });
    });

    test('calls every module that was there', () => {
      const called = Object.values(calls(modules, modules)).map(({ source }) => source);
      const there = [dirname(modules), ...readdirSync(modules).map((name) => join(modules, name))];
      const callable = there.filter((folder) => existsSync(join(folder, 'main.tf.json')));
      expect([...new Set(called)].sort()).toEqual(callable.sort());
    });

    test('plans nothing but what is recorded as intended', async () => {
      workspace.configure({ module: calls(modules, MODULES), output: outputs(modules) });
      await workspace.init();
      expect(planned(await workspace.plan())).toEqual(Object.keys(INTENDED_CHANGES).sort());
    });
  });
}
