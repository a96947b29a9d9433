import { readAccount } from './harness/account';
import type { AccountState } from './harness/account';
import { describeEndToEnd } from './harness/suite';
import { MODULES, realChanges } from './harness/workspace';
import type { Workspace } from './harness/workspace';

interface Partition {
  readonly partition: string;
  readonly region: string;
  readonly ec2: string;
  readonly everyEc2: readonly string[];
}

const PARTITIONS: readonly Partition[] = [
  {
    partition: 'aws-us-gov',
    region: 'us-gov-west-1',
    ec2: 'ec2.amazonaws.com',
    everyEc2: ['ec2.amazonaws.com'],
  },
  {
    partition: 'aws-cn',
    region: 'cn-north-1',
    ec2: 'ec2.amazonaws.com.cn',
    everyEc2: ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'],
  },
];

const modules = ({ partition, region, ec2 }: Partition): Record<string, object> => ({
  administration: {
    source: `${MODULES}/automation-administration-role`,
    organizational_units: true,
  },
  execution: {
    source: `${MODULES}/automation-execution-role`,
    administration_account_id: '210987654321',
  },
  automation: {
    source: `${MODULES}/automation-service-role`,
    trusted_services: [ec2],
    pass_role_arns: [`arn:${partition}:iam::123456789012:role/Other`],
    lambda_function_arns: [`arn:${partition}:lambda:${region}:123456789012:function:one`],
    cloudwatch_alarm_arns: [`arn:${partition}:cloudwatch:${region}:123456789012:alarm:one`],
  },
  users: {
    source: `${MODULES}/automation-user-access`,
    automation_role_arn: `arn:${partition}:iam::123456789012:role/AutomationServiceRole`,
    roles: ['${module.hybrid.role_name}'],
  },
  // the emulator lacks service settings
  hosts: { source: `${MODULES}/default-host-management`, enabled: false },
  planners: {
    source: `${MODULES}/maintenance-window-user-access`,
    maintenance_window_role_arn: `arn:${partition}:iam::123456789012:role/Windows`,
    roles: ['${module.hybrid.role_name}'],
  },
  sessions: {
    source: `${MODULES}/session-manager-user-access`,
    instance_tags: { Team: 'web' },
    regions: [region],
    documents: ['AWS-StartSSHSession'],
    kms_key_arns: [`arn:${partition}:kms:${region}:123456789012:key/ID`],
    roles: ['${module.hybrid.role_name}'],
  },
  hybrid: { source: `${MODULES}/hybrid-service-role`, directory_service: true },
  administrators: {
    source: `${MODULES}/user-access`,
    access: 'full',
    pass_role_arns: [`arn:${partition}:iam::123456789012:role/Other`],
    roles: ['${module.hybrid.role_name}'],
  },
  observers: {
    source: `${MODULES}/user-access`,
    access: 'aws-read-only',
    roles: ['${module.hybrid.role_name}'],
  },
  parameters: {
    source: `${MODULES}/parameter-store-access`,
    paths: ['/web'],
    kms_key_arns: [`arn:${partition}:kms:${region}:123456789012:key/ID`],
    roles: ['${module.hybrid.role_name}'],
  },
  notifications: {
    source: `${MODULES}/notification-role`,
    topic_arns: [`arn:${partition}:sns:${region}:123456789012:notices`],
    kms_key_arns: [`arn:${partition}:kms:${region}:123456789012:key/ID`],
  },
  windows: {
    source: `${MODULES}/maintenance-window-role`,
    automation: true,
    confused_deputy_protection: true,
    lambda_function_arns: [`arn:${partition}:lambda:${region}:123456789012:function:one`],
    state_machine_arns: [`arn:${partition}:states:${region}:123456789012:stateMachine:one`],
    pass_role_arns: ['${module.notifications.role_arn}'],
  },
  profile: {
    source: `${MODULES}/instance-profile`,
    regions: [region],
    s3_buckets: [
      { name: 'own-bucket', kms_key_arn: `arn:${partition}:kms:${region}:123456789012:key/ID` },
    ],
  },
});

/** One ARN of the partition `aws` in each module. */
const OF_ANOTHER_PARTITION = {
  administration: {
    source: `${MODULES}/automation-administration-role`,
    permissions_boundary: 'arn:aws:iam::123456789012:policy/Boundary',
  },
  execution: {
    source: `${MODULES}/automation-execution-role`,
    administration_account_id: '210987654321',
    additional_policy_arns: { x: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  },
  automation: {
    source: `${MODULES}/automation-service-role`,
    pass_role_arns: ['arn:aws:iam::123456789012:role/Other'],
  },
  users: {
    source: `${MODULES}/automation-user-access`,
    automation_role_arn: 'arn:aws:iam::123456789012:role/AutomationServiceRole',
    users: ['jane'],
  },
  planners: {
    source: `${MODULES}/maintenance-window-user-access`,
    maintenance_window_role_arn: 'arn:aws:iam::123456789012:role/Windows',
    users: ['jane'],
  },
  sessions: {
    source: `${MODULES}/session-manager-user-access`,
    instance_ids: ['i-02573cafcfEXAMPLE'],
    kms_key_arns: ['arn:aws:kms:us-east-2:123456789012:key/ID'],
    users: ['jane'],
  },
  hybrid: {
    source: `${MODULES}/hybrid-service-role`,
    permissions_boundary: 'arn:aws:iam::123456789012:policy/Boundary',
  },
  parameters: {
    source: `${MODULES}/parameter-store-access`,
    paths: ['/web'],
    users: ['jane'],
    kms_key_arns: ['arn:aws:kms:us-east-2:123456789012:key/ID'],
  },
  profile: {
    source: `${MODULES}/instance-profile`,
    additional_policy_arns: { x: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  },
  administrators: {
    source: `${MODULES}/user-access`,
    users: ['jane'],
    pass_role_arns: ['arn:aws:iam::123456789012:role/Other'],
  },
  hosts: {
    source: `${MODULES}/default-host-management`,
    permissions_boundary: 'arn:aws:iam::123456789012:policy/Boundary',
  },
  notifications: {
    source: `${MODULES}/notification-role`,
    topic_arns: ['arn:aws:sns:us-east-2:123456789012:notices'],
  },
  windows: {
    source: `${MODULES}/maintenance-window-role`,
    state_machine_arns: ['arn:aws:states:us-east-2:123456789012:stateMachine:one'],
  },
  s3: {
    source: `${MODULES}/s3-access-policy`,
    s3_buckets: [{ name: 'own-bucket', kms_key_arn: 'arn:aws:kms:us-east-2:123456789012:key/ID' }],
  },
};

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

    test('write no ARN of another partition', async () => {
      const { resources } = JSON.parse(await workspace.must('state', 'pull')) as {
        resources: { instances: { attributes: object }[] }[];
      };
      const written = JSON.stringify(resources);
      expect(written).toContain(`arn:${partition.partition}:iam::aws:policy/`);
      expect(written).not.toContain('arn:aws:');
    });

    test('trust EC2 by its name there, and by every name it has if it is asked for', () => {
      const principals = [account.roles.SSMInstanceProfile, account.roles.AutomationServiceRole];
      const services = principals.map((role) => {
        const statements = role?.trust.Statement as { Principal: { Service: unknown } }[];
        return statements.map(({ Principal }) => Principal.Service);
      });
      expect(services).toEqual([[partition.ec2], ['ssm.amazonaws.com', [partition.ec2]]]);
    });

    test('let roles be passed to EC2 by every name it has there', () => {
      const policy = account.roles.AutomationServiceRole?.inline.SSMAutomationPermissions;
      expect(policy?.Statement).toContainEqual({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: [`arn:${partition.partition}:iam::123456789012:role/Other`],
        Condition: { StringEquals: { 'iam:PassedToService': partition.everyEc2 } },
      });
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
      const module = OF_ANOTHER_PARTITION;
      const elsewhere = bench().workspace({ provider, module });
      await elsewhere.init();
      const { code, text } = await elsewhere.run('plan', '-no-color', '-input=false');

      expect(code).toBe(1);
      expect(text.match(/\[[A-Z]\w+\]/g)).toEqual(Object.keys(module).map(() => '[ArnPartition]'));
    });

    test('plan nothing once they are applied', async () => {
      expect(realChanges(await workspace.plan())).toEqual([]);
    });
  });
});
