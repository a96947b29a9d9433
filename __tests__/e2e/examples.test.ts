import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { MODULES } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

/** What the emulator cannot make is planned only. */
const PLANNED_ONLY: Readonly<Record<string, string>> = {
  'hybrid-service-role/complete': 'the emulator lacks CreateActivation',
};

/** Resources in which the module is put to use: address, argument, value. */
const USED: Readonly<Record<string, readonly [string, string, string]>> = {
  'hybrid-service-role/complete': ['aws_ssm_activation.factory', 'iam_role', 'factory-servers'],
  'instance-profile/complete': ['aws_instance.web', 'iam_instance_profile', 'web'],
  's3-access-policy/complete': ['aws_iam_role_policy_attachment.s3', 'role', 'servers'],
};

/** An example as it is shipped, beside the modules it is shipped with. */
class Example {
  private readonly folder: string;

  constructor(
    private readonly workspace: Workspace,
    readonly name: string,
  ) {
    const [module = '', size = ''] = name.split('/');
    this.folder = `-chdir=${join('modules', module, 'examples', size)}`;
  }

  private async terraform(...args: readonly string[]): Promise<string> {
    return this.workspace.must(this.folder, ...args);
  }

  async plan(): Promise<Plan> {
    await this.terraform('init', '-no-color', '-input=false');
    await this.terraform('plan', '-no-color', '-input=false', '-out=plan.bin');
    return JSON.parse(await this.terraform('show', '-json', 'plan.bin')) as Plan;
  }

  /** Applies the plan; says how the next one ends, and takes all away again. */
  async applyAndDestroy(): Promise<{ next: number; destroyed: string }> {
    await this.terraform('apply', '-no-color', '-input=false', 'plan.bin');
    const exitCodes = ['-detailed-exitcode', '-no-color', '-input=false'];
    const { code: next } = await this.workspace.run(this.folder, 'plan', ...exitCodes);
    const destroyed = await this.terraform('destroy', '-no-color', '-auto-approve');
    return { next, destroyed };
  }
}

function examplesIn(bench: Bench, module: string): Example[] {
  const workspace = bench.workspace({});
  cpSync(MODULES, join(workspace.folder, 'modules'), { recursive: true });
  return ['minimal', 'complete'].map((size) => new Example(workspace, `${module}/${size}`));
}

async function expectToWork(example: Example): Promise<void> {
  const { resource_changes: changes = [] } = await example.plan();
  const [address, argument = '', value] = USED[example.name] ?? [];
  const user = changes.find((change) => change.address === address);

  expect(user?.change.after?.[argument]).toBe(value);
  if (!(example.name in PLANNED_ONLY)) {
    const made = changes.filter(({ mode }) => mode === 'managed').length;
    const { next, destroyed } = await example.applyAndDestroy();

    expect(next).toBe(0);
    expect(destroyed).toContain(`Destroy complete! Resources: ${made} destroyed.`);
  }
}

describeEndToEnd('examples', (bench) => {
  test.each(catalog.map(({ name }) => name))(
    'of %s are applied as they are, leave nothing to do, and go again',
    async (name) => {
      await Promise.all(examplesIn(bench(), name).map(expectToWork));
    },
  );

  test('are formatted', async () => {
    const workspace = bench().workspace({});
    cpSync(MODULES, join(workspace.folder, 'modules'), { recursive: true });
    await workspace.must('fmt', '-check', '-diff', '-recursive');
  });
});
