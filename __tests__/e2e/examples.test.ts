import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { catalog, root } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { ROOT_MODULE } from './harness/workspace';
import type { Plan, Workspace } from './harness/workspace';

/** What the emulator cannot make is planned only. */
const PLANNED_ONLY: Readonly<Record<string, string>> = {
  'automation-user-access/complete': 'the emulator lacks ListTagsForResource of Identity Center',
  'default-host-management/complete': 'the emulator lacks service settings',
  'default-host-management/minimal': 'the emulator lacks service settings',
  'hybrid-service-role/complete': 'the emulator lacks CreateActivation',
};

/** Resources in which the module is put to use: address, argument, value. */
const USED: Readonly<Record<string, readonly [string, string, string]>> = {
  'automation-user-access/complete': [
    'module.operators.aws_iam_role_policy_attachment.this["pipeline"]',
    'role',
    'pipeline',
  ],
  'default-host-management/minimal': [
    'module.default_host_management.aws_ssm_service_setting.this[0]',
    'setting_value',
    'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole',
  ],
  'default-host-management/complete': [
    'aws_ssm_service_setting.oregon',
    'setting_value',
    'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole',
  ],
  'hybrid-service-role/complete': ['aws_ssm_activation.factory', 'iam_role', 'factory-servers'],
  'instance-profile/complete': ['aws_instance.web', 'iam_instance_profile', 'web'],
  's3-access-policy/complete': ['aws_iam_role_policy_attachment.s3["buckets"]', 'role', 'servers'],
  'ssm-iam/complete': [
    'module.ssm.module.automation_user_access[0].aws_iam_group_policy_attachment.this["operators"]',
    'group',
    'operators',
  ],
};

/** An example as it is shipped, beside the modules it is shipped with. */
class Example {
  private readonly folder: string;

  constructor(
    private readonly workspace: Workspace,
    readonly name: string,
  ) {
    const [module = '', size = ''] = name.split('/');
    const below = module === root.name ? '' : join('modules', module);
    this.folder = `-chdir=${join(root.name, below, 'examples', size)}`;
  }

  private async terraform(...args: readonly string[]): Promise<string> {
    return this.workspace.must(this.folder, ...args);
  }

  async plan(): Promise<void> {
    await this.terraform('init', '-no-color', '-input=false');
    await this.terraform('plan', '-no-color', '-input=false', '-out=plan.bin');
  }

  /** An argument of a resource, as it is planned. */
  async planned(address: string, argument: string): Promise<unknown> {
    const { resource_changes: changes = [] } = JSON.parse(
      await this.terraform('show', '-json', 'plan.bin'),
    ) as Plan;
    return changes.find((change) => change.address === address)?.change.after?.[argument];
  }

  /** Applies the plan; says how the next one ends, and takes all away again. */
  async applyAndDestroy(): Promise<{ made: unknown; next: number; destroyed: unknown }> {
    const applied = await this.terraform('apply', '-no-color', '-input=false', 'plan.bin');
    const exitCodes = ['-detailed-exitcode', '-no-color', '-input=false'];
    const { code: next } = await this.workspace.run(this.folder, 'plan', ...exitCodes);
    const destroyed = await this.terraform('destroy', '-no-color', '-auto-approve');
    return {
      made: /Resources: (\d+) added/.exec(applied)?.[1],
      next,
      destroyed: /Resources: (\d+) destroyed/.exec(destroyed)?.[1],
    };
  }
}

function examplesIn(bench: Bench, module: string): Example[] {
  const workspace = bench.workspace({});
  cpSync(ROOT_MODULE, join(workspace.folder, root.name), { recursive: true });
  return ['minimal', 'complete'].map((size) => new Example(workspace, `${module}/${size}`));
}

async function expectToWork(example: Example): Promise<void> {
  await example.plan();
  const [address, argument, value] = USED[example.name] ?? [];
  if (address !== undefined && argument !== undefined) {
    expect(await example.planned(address, argument)).toBe(value);
  }
  if (!(example.name in PLANNED_ONLY)) {
    const { made, next, destroyed } = await example.applyAndDestroy();

    expect(Number(made)).toBeGreaterThan(0);
    expect(next).toBe(0);
    expect(destroyed).toBe(made);
  }
}

function remark(module: string): string {
  return Object.entries(PLANNED_ONLY)
    .filter(([example]) => example.startsWith(`${module}/`))
    .map(([example, reason]) => `; ${example} is planned only: ${reason}`)
    .join('');
}

describeEndToEnd('examples', (bench) => {
  test.each([...catalog, root].map(({ name }) => [name, remark(name)]))(
    'of %s are applied as they are, leave nothing to do, and go again%s',
    async (name) => {
      // one after the other, for they share a provider
      for (const example of examplesIn(bench(), name)) {
        await expectToWork(example);
      }
    },
  );

  test('are formatted', async () => {
    const workspace = bench().workspace({});
    cpSync(ROOT_MODULE, join(workspace.folder, root.name), { recursive: true });
    await workspace.must('fmt', '-check', '-diff', '-recursive');
  });
});
