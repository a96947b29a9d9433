import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { catalog, root } from '../../modules/catalog';
import { describeEndToEnd } from './harness/suite';
import type { Bench } from './harness/suite';
import { ROOT_MODULE, realChanges } from './harness/workspace';
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
    'module.ssm.module.automation_user_access[0].aws_iam_group_policy_attachment.this["berlin-operators"]',
    'group',
    'berlin-operators',
  ],
};

/** Examples that one account can hold. */
const TOGETHER: readonly (readonly [string, readonly string[]])[] = [
  ['the minimal ones', examplesOf('minimal')],
  [
    'the complete ones, and those of the root',
    [...examplesOf('complete'), `${root.name}/minimal`, `${root.name}/complete`],
  ],
];

function examplesOf(size: string): string[] {
  return catalog.map(({ name }) => `${name}/${size}`);
}

const keyOf = (example: string): string => example.replace('/', '_');

/** A root that calls examples as they are shipped, beside the modules they are shipped with. */
function calling(examples: readonly string[]): object {
  const folder = (example: string): string => {
    const [module = '', size = ''] = example.split('/');
    const below = module === root.name ? '' : `modules/${module}/`;
    return `./${root.name}/${below}examples/${size}`;
  };
  return {
    module: Object.fromEntries(examples.map((one) => [keyOf(one), { source: folder(one) }])),
  };
}

function open(bench: Bench, examples: readonly string[]): Workspace {
  const workspace = bench.workspace(calling(examples));
  cpSync(ROOT_MODULE, join(workspace.folder, root.name), { recursive: true });
  return workspace;
}

/** Examples that make something, and those that put the module to use as they should. */
function inPlan(plan: Plan, examples: readonly string[]): { making: string[]; using: string[] } {
  const changes = realChanges(plan);
  return {
    making: examples.filter((one) =>
      changes.some(({ address }) => address.startsWith(`module.${keyOf(one)}.`)),
    ),
    using: examples.filter((one) => {
      const [address = '', argument = '', value] = USED[one] ?? [];
      const used = changes.find((change) => change.address === `module.${keyOf(one)}.${address}`);
      return used !== undefined && used.change.after?.[argument] === value;
    }),
  };
}

/** Applies; says how the next plan ends, and takes all away again. */
async function applyAndDestroy(
  workspace: Workspace,
): Promise<{ made: unknown; next: number; destroyed: unknown }> {
  const applied = await workspace.apply();
  const exitCodes = ['-detailed-exitcode', '-no-color', '-input=false'];
  const { code: next } = await workspace.run('plan', ...exitCodes);
  const destroyed = await workspace.destroy();
  return {
    made: /Resources: (\d+) added/.exec(applied)?.[1],
    next,
    destroyed: /Resources: (\d+) destroyed/.exec(destroyed)?.[1],
  };
}

function remark(examples: readonly string[]): string {
  return Object.entries(PLANNED_ONLY)
    .filter(([example]) => examples.includes(example))
    .map(([example, reason]) => `; ${example} is planned only: ${reason}`)
    .join('');
}

describeEndToEnd('examples', (bench) => {
  test.each(TOGETHER.map(([which, examples]) => [which, remark(examples), examples] as const))(
    '%s are applied as they are, leave nothing to do, and go again%s',
    async (_which, _remark, examples) => {
      await bench().emulator.reset();
      const workspace = open(bench(), examples);
      await workspace.init();
      expect(inPlan(await workspace.plan(), examples)).toEqual({
        making: examples,
        using: examples.filter((one) => one in USED),
      });

      workspace.configure(calling(examples.filter((one) => !(one in PLANNED_ONLY))));
      const { made, next, destroyed } = await applyAndDestroy(workspace);

      expect(Number(made)).toBeGreaterThan(0);
      expect(next).toBe(0);
      expect(destroyed).toBe(made);
    },
  );

  test('are formatted', async () => {
    const workspace = open(bench(), []);
    await workspace.must('fmt', '-check', '-diff', '-recursive');
  });
});
