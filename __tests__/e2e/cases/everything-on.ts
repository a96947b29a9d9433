import { ACCOUNT, awsPolicy, ownPolicy } from './account';

const KEY = `arn:aws:kms:me-south-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const tags = { 'Cost-Center': '42', owner: 'ops@example.com' };

/** The page's two examples of inline policies for Automation. */
const S3_PUT_AND_GET = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:GetObject'],
      Resource: 'arn:aws:s3:::my-bucket-name/*',
    },
  ],
};
const EC2_SNAPSHOTS = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'ec2:CreateSnapshot', Resource: '*' },
    { Effect: 'Allow', Action: 'ec2:DescribeSnapshots', Resource: '*' },
  ],
};
const OWN_HOME = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
  ],
};

const json = (document: object): string => JSON.stringify(document).replace(/\$\{/g, '$$${');

const common = {
  path: '/team/ssm/',
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
export const inputs = (modules: string): Record<string, object> => ({
  automation: {
    ...common,
    source: `${modules}/automation-service-role`,
    role_name: 'Automation',
    trusted_services: ['ec2.amazonaws.com'],
    lambda_role: true,
    pass_itself_to_services: ['ssm.amazonaws.com', 'ec2.amazonaws.com'],
    lambda_function_arns: [`arn:aws:lambda:us-east-2:${ACCOUNT}:function:restart`],
    pass_role_arns: [`arn:aws:iam::${ACCOUNT}:role/team/ssm/Instances`],
    inline_policies: { s3: json(S3_PUT_AND_GET), snapshots: json(EC2_SNAPSHOTS) },
    partition: 'aws',
    account_id: ACCOUNT,
  },
  users: {
    source: `${modules}/automation-user-access`,
    automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/team/ssm/Automation`,
    users: ['jane'],
    groups: ['operators'],
    roles: ['existing'],
    access: 'automation',
    documents: ['AWS-RestartEC2Instance', 'Restart'],
    pass_role_services: [],
    policy_name: 'PassAutomation',
    path: '/team/ssm/',
    tags,
    partition: 'aws',
    account_id: ACCOUNT,
  },
  sessions: {
    source: `${modules}/session-manager-user-access`,
    administrator: true,
    console: false,
    instance_tags: { Environment: 'test', Team: 'web' },
    regions: ['me-south-1', 'us-east-2'],
    documents: ['AWS-StartSSHSession', 'Restart'],
    kms_key_arns: [KEY],
    own_sessions: 'iam-user',
    users: ['jane'],
    groups: ['operators'],
    roles: ['existing'],
    policy_name: 'Sessions',
    path: '/team/ssm/',
    tags,
    partition: 'aws',
    account_id: ACCOUNT,
  },
  planners: {
    source: `${modules}/maintenance-window-user-access`,
    maintenance_window_role_arn: `arn:aws:iam::${ACCOUNT}:role/team/ssm/Windows`,
    users: ['jane'],
    groups: ['operators'],
    roles: ['existing'],
    pass_role_services: [],
    policy_name: 'PassWindows',
    path: '/team/ssm/',
    tags,
    partition: 'aws',
    account_id: ACCOUNT,
  },
  hybrid: {
    ...common,
    ...s3,
    source: `${modules}/hybrid-service-role`,
    role_name: 'Hybrid',
    trusted_services: ['ecs.amazonaws.com', 'events.amazonaws.com'],
    confused_deputy_protection: false,
    core_policy: 'AmazonEC2RoleforSSM',
    directory_service: true,
    cloudwatch_agent: true,
    s3_policy_name: 'Hybrid',
    inline_policies: { home: json(OWN_HOME) },
    partition: 'aws',
    account_id: ACCOUNT,
  },
  profile: {
    ...common,
    ...s3,
    source: `${modules}/instance-profile`,
    role_name: 'Instances',
    trusted_services: ['ecs-tasks.amazonaws.com'],
    instance_profile_name: 'InstancesProfile',
    directory_service: true,
    cloudwatch_agent: true,
    s3_policy_name: 'Instances',
    partition: 'aws',
  },
  added: {
    source: `${modules}/instance-profile`,
    create_role: false,
    existing_role_name: 'existing',
    create_instance_profile: false,
  },
  s3: {
    ...s3,
    source: `${modules}/s3-access-policy`,
    policy_name: 'S3',
    path: '/team/ssm/',
    tags,
  },
});

/** What the modules say of it. What they grant, properties.test.ts holds against AWS's documents. */
export const outputs = {
  automation: {
    role_arn: `arn:aws:iam::${ACCOUNT}:role/team/ssm/Automation`,
    policy_name: 'SSMAutomationPermissions',
  },
  hybrid: {
    activation_role_name: 'team/ssm/Hybrid',
    s3_policy_names: ['Hybrid-agent', 'Hybrid-buckets'],
    s3_policy_arns: [ownPolicy('team/ssm/Hybrid-agent'), ownPolicy('team/ssm/Hybrid-buckets')],
    attached_policy_arns: {
      AmazonEC2RoleforSSM: awsPolicy('service-role/AmazonEC2RoleforSSM'),
      AmazonSSMDirectoryServiceAccess: awsPolicy('AmazonSSMDirectoryServiceAccess'),
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
