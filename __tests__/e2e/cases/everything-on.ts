import { ACCOUNT, awsPolicy, ownPolicy, ownRole } from './account';
import { callsIn } from './calls';
import { allow, written } from './statements';

const KEY = `arn:aws:kms:me-south-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const tags = { 'Cost-Center': '42', owner: 'ops@example.com' };

/** The page's two examples of inline policies for Automation. */
const S3_PUT_AND_GET = written(
  allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::my-bucket-name/*'),
);
const EC2_SNAPSHOTS = written(
  allow('ec2:CreateSnapshot', '*'),
  allow('ec2:DescribeSnapshots', '*'),
);
const OWN_HOME = written(allow('s3:GetObject', 'arn:aws:s3:::home/$${aws:username}/*'));

const place = { partition: 'aws', account_id: ACCOUNT };
const path = '/team/ssm/';
const toAll = { users: ['jane'], groups: ['operators'], roles: ['existing'], path, tags };

const common = {
  path,
  description: 'Everything on.',
  permissions_boundary: awsPolicy('PowerUserAccess'),
  max_session_duration: 7200,
  force_detach_policies: true,
  additional_policy_arns: { reader: awsPolicy('ReadOnlyAccess') },
  tags,
};

const s3 = {
  regions: ['me-south-1'],
  agent_buckets: 'current',
  s3_buckets: [
    { name: 'output-bucket', prefix: 'logs/run', access: 'write', kms_key_arn: KEY },
    { name: 'script-bucket', access: 'read', encrypted: false },
    { name: 'shared-bucket', cross_account: true },
  ],
};

/** Every module with every input set, and the existing-role mode beside it. */
export function inputs(modules: string): Record<string, object> {
  const call = callsIn(modules);
  return {
    administration: call('automation-administration-role', {
      ...common,
      role_name: 'Administration',
      trusted_services: ['events.amazonaws.com'],
      confused_deputy_protection: true,
      execution_role_name: 'team/ssm/Execution',
      organizational_units: true,
      inline_policies: { s3: S3_PUT_AND_GET },
      ...place,
    }),
    execution: call('automation-execution-role', {
      ...common,
      role_name: 'Execution',
      administration_account_id: ACCOUNT,
      administration_role_name: 'team/ssm/Administration',
      organization_id: 'o-exampleorgid',
      trusted_services: ['events.amazonaws.com'],
      confused_deputy_protection: false,
      inline_policies: { s3: S3_PUT_AND_GET },
      ...place,
    }),
    automation: call('automation-service-role', {
      ...common,
      role_name: 'Automation',
      trusted_services: ['ec2.amazonaws.com'],
      lambda_role: true,
      pass_itself_to_services: ['ssm.amazonaws.com', 'ec2.amazonaws.com'],
      lambda_function_arns: [`arn:aws:lambda:us-east-2:${ACCOUNT}:function:restart`],
      cloudwatch_alarm_arns: [`arn:aws:cloudwatch:us-east-2:${ACCOUNT}:alarm:web-errors`],
      pass_role_arns: [ownRole('team/ssm/Instances')],
      inline_policies: { s3: S3_PUT_AND_GET, snapshots: EC2_SNAPSHOTS },
      ...place,
    }),
    users: call('automation-user-access', {
      automation_role_arn: ownRole('team/ssm/Automation'),
      ...toAll,
      access: 'automation',
      documents: ['AWS-RestartEC2Instance', 'Restart'],
      pass_role_services: [],
      policy_name: 'PassAutomation',
      ...place,
    }),
    hosts: call('default-host-management', {
      ...common,
      role_name: 'Hosts',
      enabled: false,
      confused_deputy_protection: true,
      inline_policies: { s3: S3_PUT_AND_GET },
      ...place,
    }),
    sessions: call('session-manager-user-access', {
      administrator: true,
      console: false,
      instance_tags: { Environment: 'test', Team: 'web' },
      regions: ['me-south-1', 'us-east-2'],
      documents: ['AWS-StartSSHSession', 'Restart'],
      kms_key_arns: [KEY],
      own_sessions: 'any-identity',
      ...toAll,
      policy_name: 'Sessions',
      ...place,
    }),
    planners: call('maintenance-window-user-access', {
      maintenance_window_role_arn: ownRole('team/ssm/Windows'),
      ...toAll,
      pass_role_services: [],
      policy_name: 'PassWindows',
      ...place,
    }),
    hybrid: call('hybrid-service-role', {
      ...common,
      ...s3,
      role_name: 'Hybrid',
      trusted_services: ['ecs.amazonaws.com', 'events.amazonaws.com'],
      confused_deputy_protection: false,
      core_policy: 'AmazonEC2RoleforSSM',
      directory_service: true,
      cloudwatch_agent: true,
      quick_setup_patch_policies: true,
      s3_policy_name: 'Hybrid',
      inline_policies: { home: OWN_HOME },
      ...place,
    }),
    notifications: call('notification-role', {
      ...common,
      role_name: 'Notifications',
      confused_deputy_protection: true,
      topic_arns: ['notices', 'patching'].map((name) => `arn:aws:sns:us-east-2:${ACCOUNT}:${name}`),
      kms_key_arns: [KEY],
      ...place,
    }),
    profile: call('instance-profile', {
      ...common,
      ...s3,
      role_name: 'Instances',
      trusted_services: ['ecs-tasks.amazonaws.com'],
      instance_profile_name: 'InstancesProfile',
      session_log_group_arns: [`arn:aws:logs:me-south-1:${ACCOUNT}:log-group:sessions`],
      session_kms_key_arns: [KEY],
      directory_service: true,
      cloudwatch_agent: true,
      s3_policy_name: 'Instances',
      partition: 'aws',
    }),
    added: call('instance-profile', {
      create_role: false,
      existing_role_name: 'existing',
      create_instance_profile: false,
    }),
    parameters: call('parameter-store-access', {
      ...toAll,
      access: 'administer',
      paths: ['/batch', '/web'],
      names: ['/shared/licence', 'database'],
      kms_key_arns: [KEY],
      history: true,
      describe: true,
      policy_name: 'Parameters',
      ...place,
    }),
    observers: call('user-access', {
      ...toAll,
      access: 'read-only',
      pass_role_arns: [ownRole('team/ssm/Window')],
      policy_name: 'Observers',
      partition: 'aws',
    }),
    administrators: call('user-access', {
      groups: ['operators'],
      access: 'full',
      policy_name: 'Administrators',
    }),
    s3: call('s3-access-policy', { ...s3, policy_name: 'S3', path, tags }),
    windows: call('maintenance-window-role', {
      ...common,
      role_name: 'Windows',
      confused_deputy_protection: true,
      automation: true,
      lambda_function_arns: [`arn:aws:lambda:us-east-2:${ACCOUNT}:function:restart:live`],
      state_machine_arns: [`arn:aws:states:us-east-2:${ACCOUNT}:stateMachine:rotate`],
      pass_role_arns: [ownRole('team/ssm/Notifications')],
      inline_policies: { snapshots: EC2_SNAPSHOTS },
      ...place,
    }),
  };
}

/** What the modules say of it. What they grant, properties.test.ts holds against AWS's documents. */
export const outputs = {
  administration: { role_arn: ownRole('team/ssm/Administration') },
  execution: {
    role_arn: ownRole('team/ssm/Execution'),
    attached_policy_arns: {
      AmazonSSMAutomationRole: awsPolicy('service-role/AmazonSSMAutomationRole'),
      reader: awsPolicy('ReadOnlyAccess'),
    },
  },
  automation: {
    role_arn: ownRole('team/ssm/Automation'),
    policy_name: 'SSMAutomationPermissions',
  },
  hosts: { service_setting_value: 'team/ssm/Hosts', service_setting_id: null },
  hybrid: {
    activation_role_name: 'team/ssm/Hybrid',
    s3_policy_names: ['Hybrid-agent', 'Hybrid-buckets'],
    s3_policy_arns: [ownPolicy('team/ssm/Hybrid-agent'), ownPolicy('team/ssm/Hybrid-buckets')],
    attached_policy_arns: {
      AmazonEC2RoleforSSM: awsPolicy('service-role/AmazonEC2RoleforSSM'),
      AmazonSSMDirectoryServiceAccess: awsPolicy('AmazonSSMDirectoryServiceAccess'),
      AWSQuickSetupPatchPolicyBaselineAccess: awsPolicy('AWSQuickSetupPatchPolicyBaselineAccess'),
      CloudWatchAgentServerPolicy: awsPolicy('CloudWatchAgentServerPolicy'),
      'Hybrid-agent': ownPolicy('team/ssm/Hybrid-agent'),
      'Hybrid-buckets': ownPolicy('team/ssm/Hybrid-buckets'),
      reader: awsPolicy('ReadOnlyAccess'),
    },
  },
  profile: {
    role_name: 'Instances',
    s3_policy_names: ['Instances-agent', 'Instances-buckets'],
    instance_profile_name: 'InstancesProfile',
    instance_profile_arn: `arn:aws:iam::${ACCOUNT}:instance-profile/team/ssm/InstancesProfile`,
  },
  added: {
    role_name: 'existing',
    role_arn: null,
    role_unique_id: null,
    instance_profile_name: null,
    instance_profile_arn: null,
  },
  parameters: { policy_name: 'Parameters', policy_arn: ownPolicy('team/ssm/Parameters') },
  observers: { policy_name: 'Observers', policy_arn: ownPolicy('team/ssm/Observers') },
  administrators: { policy_name: null, policy_arn: null, policy_document: null },
  s3: {
    policy_names: ['S3-agent', 'S3-buckets'],
    policy_arns: [ownPolicy('team/ssm/S3-agent'), ownPolicy('team/ssm/S3-buckets')],
    policies: {
      agent: ownPolicy('team/ssm/S3-agent'),
      buckets: ownPolicy('team/ssm/S3-buckets'),
    },
  },
  users: { policy_name: 'PassAutomation', policy_arn: ownPolicy('team/ssm/PassAutomation') },
  sessions: { policy_name: 'Sessions', policy_arn: ownPolicy('team/ssm/Sessions') },
  planners: { policy_name: 'PassWindows', policy_arn: ownPolicy('team/ssm/PassWindows') },
};
