import {
  ACCOUNT,
  RUN_AUTOMATIONS,
  TRUST_EC2,
  awsPolicy,
  bucketObjects,
  ownPolicy,
} from './account';

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

const AGENT_BUCKETS = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: bucketObjects([
        'amazon-ssm-me-south-1',
        'aws-patch-manager-me-south-1-a53fc9dce',
        'aws-patchmanager-macos-me-south-1-a53fc9dce',
        'aws-ssm-me-south-1',
        'aws-windows-downloads-me-south-1',
        'patch-baseline-snapshot-me-south-1-uduvl7q8',
        'me-south-1-birdwatcher-prod',
      ]),
    },
  ],
};
const OWN_BUCKETS = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadBuckets',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: ['arn:aws:s3:::script-bucket/*'],
    },
    {
      Sid: 'WriteBuckets',
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: ['arn:aws:s3:::output-bucket/logs/run/*'],
    },
    {
      Sid: 'ReadWriteBuckets',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: ['arn:aws:s3:::shared-bucket/*'],
    },
    {
      Sid: 'WriteAcls',
      Effect: 'Allow',
      Action: 's3:PutObjectAcl',
      Resource: ['arn:aws:s3:::shared-bucket/*'],
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
    {
      Sid: 'ListBuckets',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: ['arn:aws:s3:::script-bucket', 'arn:aws:s3:::shared-bucket'],
    },
    {
      Sid: 'ReadEncryption',
      Effect: 'Allow',
      Action: 's3:GetEncryptionConfiguration',
      Resource: ['arn:aws:s3:::output-bucket', 'arn:aws:s3:::shared-bucket'],
    },
    {
      Sid: 'EncryptObjects',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: [KEY],
      Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
    },
  ],
};

/** The statement of `trusted_services`. */
const trusting = (services: readonly string[]): object[] => [
  { Effect: 'Allow', Principal: { Service: services }, Action: 'sts:AssumeRole' },
];

const made = { path: '/team/ssm/', tags, boundary: awsPolicy('PowerUserAccess') };

export const roles = {
  Automation: {
    ...made,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ssm.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': ACCOUNT },
            ArnLike: { 'aws:SourceArn': `arn:aws:ssm:*:${ACCOUNT}:automation-execution/*` },
          },
        },
        ...trusting(['ec2.amazonaws.com']),
      ],
    },
    attached: [
      awsPolicy('ReadOnlyAccess'),
      awsPolicy('service-role/AWSLambdaRole'),
      awsPolicy('service-role/AmazonSSMAutomationRole'),
    ],
    inline: {
      SSMAutomationPermissions: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: `arn:aws:iam::${ACCOUNT}:role/team/ssm/Automation`,
            Condition: {
              StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ssm.amazonaws.com'] },
            },
          },
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: [`arn:aws:iam::${ACCOUNT}:role/team/ssm/Instances`],
            Condition: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
          },
          {
            Effect: 'Allow',
            Action: 'lambda:InvokeFunction',
            Resource: [`arn:aws:lambda:us-east-2:${ACCOUNT}:function:restart`],
          },
        ],
      },
      s3: S3_PUT_AND_GET,
      snapshots: EC2_SNAPSHOTS,
    },
    profiles: [],
  },
  Hybrid: {
    ...made,
    // to the letter what AWS printed before it documented conditions
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ssm.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
        ...trusting(['ecs.amazonaws.com', 'events.amazonaws.com']),
      ],
    },
    attached: [
      ownPolicy('team/ssm/Hybrid-agent'),
      ownPolicy('team/ssm/Hybrid-buckets'),
      awsPolicy('AmazonSSMDirectoryServiceAccess'),
      awsPolicy('CloudWatchAgentServerPolicy'),
      awsPolicy('ReadOnlyAccess'),
      awsPolicy('service-role/AmazonEC2RoleforSSM'),
    ].sort(),
    inline: { home: OWN_HOME },
    profiles: [],
  },
  Instances: {
    ...made,
    trust: {
      ...TRUST_EC2,
      Statement: [...TRUST_EC2.Statement, ...trusting(['ecs-tasks.amazonaws.com'])],
    },
    attached: [
      ownPolicy('team/ssm/Instances-agent'),
      ownPolicy('team/ssm/Instances-buckets'),
      awsPolicy('AmazonSSMDirectoryServiceAccess'),
      awsPolicy('AmazonSSMManagedInstanceCore'),
      awsPolicy('CloudWatchAgentServerPolicy'),
      awsPolicy('ReadOnlyAccess'),
    ].sort(),
    inline: {},
    profiles: ['InstancesProfile'],
  },
};

export const policies = {
  'Hybrid-agent': AGENT_BUCKETS,
  'Hybrid-buckets': OWN_BUCKETS,
  'Instances-agent': AGENT_BUCKETS,
  'Instances-buckets': OWN_BUCKETS,
  'S3-agent': AGENT_BUCKETS,
  'S3-buckets': OWN_BUCKETS,
  PassAutomation: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'StartOwnRunbooks',
        Effect: 'Allow',
        Action: 'ssm:StartAutomationExecution',
        Resource: [
          `arn:aws:ssm:*:${ACCOUNT}:document/AWS-RestartEC2Instance`,
          `arn:aws:ssm:*:${ACCOUNT}:document/Restart`,
        ],
      },
      {
        Sid: 'StartRunbooksOfAws',
        Effect: 'Allow',
        Action: 'ssm:StartAutomationExecution',
        Resource: [
          'arn:aws:ssm:*::document/AWS-RestartEC2Instance',
          'arn:aws:ssm:*::document/Restart',
        ],
      },
      ...RUN_AUTOMATIONS,
      {
        Sid: 'PassAutomationRoleToAnyService',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/team/ssm/Automation`,
      },
    ],
  },
};

export const users = { jane: [ownPolicy('team/ssm/PassAutomation')] };
export const groups = { operators: [ownPolicy('team/ssm/PassAutomation')] };
export const existingRole = {
  attached: [
    ownPolicy('team/ssm/PassAutomation'),
    awsPolicy('AmazonSSMManagedInstanceCore'),
  ].sort(),
  profiles: [],
};

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
};
