import { AttachRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import type { IAMClient } from '@aws-sdk/client-iam';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccount } from './harness/account';
import type { RoleState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';

const FOREIGN = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';
const VIEW = 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess';
const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }],
});

/** What a module attaches and embeds with the inputs below. */
const OURS: Readonly<Record<string, { attached: string[]; inline: string[] }>> = {
  'hybrid-service-role': {
    attached: ['policy/AmazonSSMManagedInstanceCore', 'policy/hybrid-service-roleS3Policy-agent'],
    inline: ['mine'],
  },
  'instance-profile': {
    attached: ['policy/AmazonSSMManagedInstanceCore', 'policy/instance-profileS3Policy-agent'],
    inline: ['mine'],
  },
  'automation-service-role': {
    attached: ['policy/service-role/AmazonSSMAutomationRole'],
    inline: ['SSMAutomationPermissions', 'mine'],
  },
};

/** Each module twice: alone on its role, and not. */
function modules(inputs: object = {}): Record<string, object> {
  return Object.fromEntries(
    Object.keys(OURS).flatMap((module) =>
      [true, false].map((exclusive) => {
        const name = exclusive ? module : `${module}-open`;
        const regions = module === 'automation-service-role' ? {} : { regions: ['us-east-2'] };
        const call = {
          source: `${MODULES}/${module}`,
          role_name: name,
          inline_policies: { mine: DOCUMENT },
          exclusive_policies: exclusive,
          ...regions,
          ...inputs,
        };
        return [name, call];
      }),
    ),
  );
}

async function intrude(iam: IAMClient, roles: readonly string[]): Promise<void> {
  for (const RoleName of roles) {
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: FOREIGN }));
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'foreign', PolicyDocument: DOCUMENT }),
    );
  }
}

const policiesOf = (role: RoleState | undefined): { attached: string[]; inline: string[] } => ({
  attached: (role?.attached ?? []).map((arn) => arn.replace(/^arn:aws:iam::[^:]*:/, '')).sort(),
  inline: Object.keys(role?.inline ?? {}).sort(),
});

describeEndToEnd('exclusive_policies', (bench) => {
  test('leaves nothing on the role but what is ours, and is off unless it is asked for', async () => {
    const { iam } = bench().emulator;
    const workspace = bench().workspace({ module: modules() });
    await workspace.init();
    await workspace.apply();
    expect(realChanges(await workspace.plan())).toEqual([]);

    await intrude(iam, Object.keys(modules()));
    const seen = realChanges(await workspace.plan())
      .map(({ address }) => address)
      .sort();
    expect(seen).toEqual(
      Object.keys(OURS)
        .flatMap((module) => [
          `module.${module}.aws_iam_role_policies_exclusive.this[0]`,
          `module.${module}.aws_iam_role_policy_attachments_exclusive.this[0]`,
        ])
        .sort(),
    );
    await workspace.apply();
    const { roles } = await readAccount(iam);
    for (const [module, ours] of Object.entries(OURS)) {
      expect(policiesOf(roles[module])).toEqual(ours);
      const open = policiesOf(roles[`${module}-open`]);
      expect(open.attached).toContain('policy/ReadOnlyAccess');
      expect(open.inline).toContain('foreign');
    }
    expect(realChanges(await workspace.plan())).toEqual([]);
  });

  test('removes with the first apply what no plan shows, as the docs and the description say', async () => {
    const { iam } = bench().emulator;
    await bench().emulator.reset();
    const open = (exclusive: boolean): object =>
      Object.fromEntries(
        Object.entries(modules({ exclusive_policies: exclusive })).filter(([name]) =>
          name.endsWith('-open'),
        ),
      );
    const workspace = bench().workspace({ module: open(false) });
    await workspace.init();
    await workspace.apply();
    await intrude(iam, Object.keys(open(false)));
    workspace.configure({ module: open(true) });
    const plan = await workspace.plan();

    expect(realChanges(plan).map(({ change }) => change.actions)).toEqual(
      Object.keys(open(true)).flatMap(() => [['create'], ['create']]),
    );
    expect(JSON.stringify(realChanges(plan))).not.toMatch(/ReadOnlyAccess|foreign/);
    expect(readFileSync(join(__dirname, '../../docs/terraform.md'), 'utf8')).toMatch(
      /first apply removes policies that no plan shows.*2 to add, 0 to destroy/s,
    );
    await workspace.apply();
    const { roles } = await readAccount(iam);
    for (const name of Object.keys(open(true))) {
      expect(JSON.stringify(policiesOf(roles[name]))).not.toMatch(/ReadOnlyAccess|foreign/);
    }
  });

  test.each(Object.keys(OURS))('is described for %s with how to look before', (module) => {
    const { variable } = JSON.parse(
      readFileSync(join(MODULES, module, 'variables.tf.json'), 'utf8'),
    ) as { variable: { exclusive_policies: { description: string } } };

    expect(variable.exclusive_policies.description).toMatch(
      /first apply removes policies that no plan shows.*aws iam list-attached-role-policies/,
    );
  });

  test('follows what is added, taken away, moved and turned off, each in one apply', async () => {
    const { iam } = bench().emulator;
    await bench().emulator.reset();
    const workspace = bench().workspace({ module: modules() });
    await workspace.init();
    await workspace.apply();
    // keys that are names of policies of ours lose nothing
    const more = {
      additional_policy_arns: {
        AmazonSSMAutomationRole: FOREIGN,
        AmazonSSMManagedInstanceCore: AUDIT,
        'hybrid-service-roleS3Policy-agent': VIEW,
      },
      inline_policies: { mine: DOCUMENT, more: DOCUMENT },
    };
    for (const inputs of [more, { path: '/moved/' }, {}]) {
      workspace.configure({ module: modules(inputs) });
      await workspace.apply();
      expect(realChanges(await workspace.plan())).toEqual([]);
      const { attached, inline } = policiesOf(
        (await readAccount(iam)).roles['automation-service-role'],
      );
      expect(attached.includes('policy/ReadOnlyAccess')).toBe(inputs === more);
      expect(inline.includes('more')).toBe(inputs === more);
      expect(attached).toContain('policy/service-role/AmazonSSMAutomationRole');
      const ofHybrid = policiesOf((await readAccount(iam)).roles['hybrid-service-role']).attached;
      expect(ofHybrid).toHaveLength(inputs === more ? 5 : 2);
      expect(inline).toContain('SSMAutomationPermissions');
    }
    const before = (await readAccount(iam)).roles;
    workspace.configure({ module: modules({ exclusive_policies: false }) });
    await workspace.apply();
    expect((await readAccount(iam)).roles).toEqual(before);
    await workspace.destroy();
    expect((await readAccount(iam)).roles).toEqual({});
  });
});
