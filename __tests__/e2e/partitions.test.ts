import { ACCOUNT } from './cases/account';
import { callsIn } from './cases/calls';
import { RULES } from './cases/rules';
import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

interface Partition {
  readonly partition: string;
  readonly region: string;
  readonly ec2: string;
}

const call = callsIn(MODULES);
const PARTITIONS: readonly Partition[] = [
  { partition: 'aws-us-gov', region: 'us-gov-west-1', ec2: 'ec2.amazonaws.com' },
  { partition: 'aws-cn', region: 'cn-north-1', ec2: 'ec2.amazonaws.com.cn' },
];

function modules({ partition, region, ec2 }: Partition): Record<string, object> {
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${ACCOUNT}:${resource}`;
  const role = (name: string): string => `arn:${partition}:iam::${ACCOUNT}:role/${name}`;
  const kms_key_arns = [arn('kms', 'key/ID')];
  const roles = ['${module.hybrid.role_name}'];
  return {
    administration: call('automation-administration-role', { organizational_units: true }),
    execution: call('automation-execution-role', { administration_account_id: '210987654321' }),
    automation: call('automation-service-role', {
      trusted_services: [ec2],
      pass_role_arns: [role('Other')],
      lambda_function_arns: [arn('lambda', 'function:one')],
      cloudwatch_alarm_arns: [arn('cloudwatch', 'alarm:one')],
    }),
    users: call('automation-user-access', {
      automation_role_arn: role('AutomationServiceRole'),
      roles,
    }),
    // the emulator lacks service settings
    hosts: call('default-host-management', { enabled: false }),
    planners: call('maintenance-window-user-access', {
      maintenance_window_role_arn: role('Windows'),
      roles,
    }),
    sessions: call('session-manager-user-access', {
      instance_tags: { Team: 'web' },
      regions: [region],
      documents: ['AWS-StartSSHSession'],
      kms_key_arns,
      roles,
    }),
    hybrid: call('hybrid-service-role', { directory_service: true }),
    administrators: call('user-access', { access: 'full', pass_role_arns: [role('Other')], roles }),
    observers: call('user-access', { access: 'aws-read-only', roles }),
    parameters: call('parameter-store-access', { paths: ['/web'], kms_key_arns, roles }),
    notifications: call('notification-role', { topic_arns: [arn('sns', 'notices')], kms_key_arns }),
    windows: call('maintenance-window-role', {
      automation: true,
      confused_deputy_protection: true,
      lambda_function_arns: [arn('lambda', 'function:one')],
      state_machine_arns: [arn('states', 'stateMachine:one')],
      pass_role_arns: ['${module.notifications.role_arn}'],
    }),
    profile: call('instance-profile', {
      regions: [region],
      s3_buckets: [{ name: 'own-bucket', kms_key_arn: arn('kms', 'key/ID') }],
    }),
  };
}

/** What is refused where the partition is `aws`, with the partitions the other way round. */
const ofAnotherPartition = ({ partition }: Partition): object[] =>
  RULES.filter(({ code }) => code === 'ArnPartition').flatMap(({ module, bad }) =>
    bad
      .filter((inputs) => !('partition' in inputs))
      .map((inputs) => {
        const swapped = JSON.stringify(inputs).replace(/arn:(aws|aws-cn):/g, (_, name) =>
          name === 'aws' ? `arn:${partition}:` : 'arn:aws:',
        );
        return call(module, JSON.parse(swapped) as object);
      }),
  );

// what they write and grant there, enforcement.test.ts proves, and conformance.test.ts whom they trust
describeEndToEnd('the modules outside the commercial partition', (bench) => {
  describe.each(PARTITIONS)('$partition', (partition) => {
    let workspace: Workspace;
    let account: AccountState;

    beforeAll(async () => {
      await bench().emulator.reset();
      const provider = { aws: { region: partition.region } };
      workspace = bench().workspace({ provider, module: modules(partition) });
      await workspace.init();
      await workspace.apply();
      account = await readAccount(bench().emulator.iamIn(partition.region));
    });

    test('grant the agent buckets that exist there', () => {
      const { region, partition: name } = partition;
      const [agent] = account.policies['SSMInstanceProfileS3Policy-agent']?.Statement as {
        Resource: string[];
      }[];
      expect(agent?.Resource).toEqual(
        [
          `amazon-ssm-${region}`,
          `aws-ssm-${region}`,
          `aws-windows-downloads-${region}`,
          `patch-baseline-snapshot-${region}`,
          `${region}-birdwatcher-prod`,
          `amazon-ssm-packages-${region}`,
          `aws-ssm-distributor-file-${region}`,
          `aws-ssm-document-attachments-${region}`,
        ].map((bucket) => `arn:${name}:s3:::${bucket}/*`),
      );
    });

    test('take no ARN of the commercial partition, which is looked up', async () => {
      const provider = { aws: { region: partition.region } };
      const refused = ofAnotherPartition(partition).map((one, i) => [`call_${i}`, one]);
      const module = Object.fromEntries(refused) as object;
      const elsewhere = bench().workspace({ provider, module });
      await elsewhere.init();
      const { code, text } = await elsewhere.run('plan', '-no-color', '-input=false');

      expect(code).toBe(1);
      expect(text.match(/\[[A-Z]\w+\]/g)).toEqual(refused.map(() => '[ArnPartition]'));
    });

    test('plan nothing once they are applied', async () => {
      expect(realChanges(await workspace.plan())).toEqual([]);
    });
  });
});
