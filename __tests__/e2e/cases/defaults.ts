import {
  ACCOUNT,
  RUN_AUTOMATIONS,
  START_ANY_RUNBOOK,
  TRUST_EC2,
  awsPolicy,
  bucketObjects,
  ownPolicy,
} from './account';

/** Every module with its defaults. */
export const inputs = (modules: string): Record<string, object> => ({
  automation: { source: `${modules}/automation-service-role` },
  users: {
    source: `${modules}/automation-user-access`,
    automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
    groups: ['operators'],
  },
  planners: {
    source: `${modules}/maintenance-window-user-access`,
    maintenance_window_role_arn: `arn:aws:iam::${ACCOUNT}:role/Windows`,
    groups: ['operators'],
  },
  sessions: {
    source: `${modules}/session-manager-user-access`,
    instance_tags: { Finance: 'WebServers' },
    groups: ['operators'],
  },
  hybrid: { source: `${modules}/hybrid-service-role` },
  profile: { source: `${modules}/instance-profile` },
  s3: { source: `${modules}/s3-access-policy`, regions: ['us-east-2'] },
});

const untouched = { path: '/', tags: {}, boundary: undefined };

export const roles = {
  AutomationServiceRole: {
    ...untouched,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
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
      ],
    },
    attached: [awsPolicy('service-role/AmazonSSMAutomationRole')],
    inline: {
      SSMAutomationPermissions: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
            Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
          },
        ],
      },
    },
    profiles: [],
  },
  SSMInstanceProfile: {
    ...untouched,
    trust: TRUST_EC2,
    attached: [awsPolicy('AmazonSSMManagedInstanceCore')],
    inline: {},
    profiles: ['SSMInstanceProfile'],
  },
  SSMServiceRole: {
    ...untouched,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ssm.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': ACCOUNT },
            ArnEquals: { 'aws:SourceArn': `arn:aws:ssm:*:${ACCOUNT}:*` },
          },
        },
      ],
    },
    attached: [awsPolicy('AmazonSSMManagedInstanceCore')],
    inline: {},
    profiles: [],
  },
};

export const policies = {
  SSMAutomationPassRole: {
    Version: '2012-10-17',
    Statement: [
      ...START_ANY_RUNBOOK,
      ...RUN_AUTOMATIONS,
      {
        Sid: 'PassAutomationRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
        Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
      },
    ],
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
  SSMMaintenanceWindowPassRole: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'PassMaintenanceWindowRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/Windows`,
        Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
      },
      {
        Sid: 'ListRoles',
        Effect: 'Allow',
        Action: 'iam:ListRoles',
        Resource: `arn:aws:iam::${ACCOUNT}:role/`,
      },
    ],
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
  SSMSessionManagerAccess: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'StartOnTaggedNodes',
        Effect: 'Allow',
        Action: ['ssm:StartSession', 'ssm:GetConnectionStatus'],
        Resource: [
          `arn:aws:ec2:*:${ACCOUNT}:instance/*`,
          `arn:aws:ssm:*:${ACCOUNT}:managed-instance/*`,
        ],
        Condition: { StringLike: { 'ssm:resourceTag/Finance': 'WebServers' } },
      },
      {
        Sid: 'UseDocuments',
        Effect: 'Allow',
        Action: 'ssm:StartSession',
        Resource: [`arn:aws:ssm:*:${ACCOUNT}:document/SSM-SessionManagerRunShell`],
      },
      {
        Sid: 'OpenDataChannel',
        Effect: 'Allow',
        Action: 'ssmmessages:OpenDataChannel',
        Resource: `arn:aws:ssm:*:${ACCOUNT}:session/*`,
      },
      {
        Sid: 'EndOwnSessions',
        Effect: 'Allow',
        Action: ['ssm:TerminateSession', 'ssm:ResumeSession'],
        Resource: `arn:aws:ssm:*:${ACCOUNT}:session/*`,
        Condition: {
          StringLike: { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}*' },
        },
      },
      {
        Sid: 'ListInConsoles',
        Effect: 'Allow',
        Action: [
          'ssm:DescribeSessions',
          'ssm:DescribeInstanceInformation',
          'ssm:DescribeInstanceProperties',
          'ssm:ListDocuments',
          'ec2:DescribeInstances',
        ],
        Resource: '*',
      },
      {
        Sid: 'ReadDocuments',
        Effect: 'Allow',
        Action: 'ssm:GetDocument',
        Resource: [`arn:aws:ssm:*:${ACCOUNT}:document/SSM-SessionManagerRunShell`],
      },
    ],
  },
  'SSMS3AccessPolicy-agent': {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: bucketObjects([
          'amazon-ssm-us-east-2',
          'aws-patch-manager-us-east-2-552881074',
          'aws-patchmanager-macos-us-east-2-552881074',
          'aws-ssm-us-east-2',
          'aws-windows-downloads-us-east-2',
          'patch-baseline-snapshot-us-east-2',
          'us-east-2-birdwatcher-prod',
          'amazon-ssm-packages-us-east-2',
          'aws-ssm-distributor-file-us-east-2',
          'aws-ssm-document-attachments-us-east-2',
        ]),
      },
    ],
  },
};

export const users = { jane: [] };
export const groups = {
  operators: [
    ownPolicy('SSMAutomationPassRole'),
    ownPolicy('SSMMaintenanceWindowPassRole'),
    ownPolicy('SSMSessionManagerAccess'),
  ],
};
export const existingRole = { attached: [], profiles: [] };

export const outputs = {
  automation: {
    role_name: 'AutomationServiceRole',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
    policy_name: 'SSMAutomationPermissions',
    attached_policy_arns: {
      AmazonSSMAutomationRole: awsPolicy('service-role/AmazonSSMAutomationRole'),
    },
  },
  users: { policy_arn: ownPolicy('SSMAutomationPassRole') },
  sessions: { policy_arn: ownPolicy('SSMSessionManagerAccess') },
  planners: { policy_arn: ownPolicy('SSMMaintenanceWindowPassRole') },
  hybrid: {
    role_name: 'SSMServiceRole',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/SSMServiceRole`,
    activation_role_name: 'SSMServiceRole',
    s3_policy_arns: [],
  },
  profile: {
    role_name: 'SSMInstanceProfile',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/SSMInstanceProfile`,
    instance_profile_name: 'SSMInstanceProfile',
    instance_profile_arn: `arn:aws:iam::${ACCOUNT}:instance-profile/SSMInstanceProfile`,
    s3_policy_arns: [],
  },
  s3: { policy_arns: [ownPolicy('SSMS3AccessPolicy-agent')] },
};
