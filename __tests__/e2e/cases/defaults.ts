import {
  ACCOUNT,
  READS_OF_SSM,
  CENTRAL_ACCOUNT,
  RUN_AUTOMATIONS,
  START_ANY_RUNBOOK,
  TRUST_EC2,
  WINDOW_COMMANDS,
  awsPolicy,
  bucketObjects,
  ownPolicy,
} from './account';

/** Every module with its defaults; the emulator lacks service settings, so none is made. */
export const inputs = (modules: string): Record<string, object> => ({
  administration: { source: `${modules}/automation-administration-role` },
  execution: {
    source: `${modules}/automation-execution-role`,
    administration_account_id: CENTRAL_ACCOUNT,
  },
  automation: { source: `${modules}/automation-service-role` },
  users: {
    source: `${modules}/automation-user-access`,
    automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
    groups: ['operators'],
  },
  hosts: { source: `${modules}/default-host-management`, enabled: false },
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
  notifications: {
    source: `${modules}/notification-role`,
    topic_arns: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`],
  },
  profile: { source: `${modules}/instance-profile` },
  parameters: {
    source: `${modules}/parameter-store-access`,
    paths: ['/web'],
    groups: ['operators'],
  },
  s3: { source: `${modules}/s3-access-policy`, regions: ['us-east-2'] },
  observers: { source: `${modules}/user-access`, groups: ['operators'] },
  windows: { source: `${modules}/maintenance-window-role` },
});

const own = (statements: readonly object[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});
/** As AWS prints it for hosts, windows and notifications, without a condition. */
const TRUST_SSM = own([{ Principal: { Service: 'ssm.amazonaws.com' }, Action: 'sts:AssumeRole' }]);

const untouched = { path: '/', tags: {}, boundary: undefined };

/** What AWS prints for roles of Automation. */
const TRUST_AUTOMATION = {
  Effect: 'Allow',
  Principal: { Service: 'ssm.amazonaws.com' },
  Action: 'sts:AssumeRole',
  Condition: {
    StringEquals: { 'aws:SourceAccount': ACCOUNT },
    ArnLike: { 'aws:SourceArn': `arn:aws:ssm:*:${ACCOUNT}:automation-execution/*` },
  },
};

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-multiple-accounts-regions.html */
const automationAccounts = {
  'AWS-SystemsManager-AutomationAdministrationRole': {
    ...untouched,
    trust: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'ssm.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    attached: [],
    inline: {
      'AssumeRole-AWSSystemsManagerAutomationExecutionRole': {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::*:role/AWS-SystemsManager-AutomationExecutionRole',
          },
        ],
      },
    },
    profiles: [],
  },
  'AWS-SystemsManager-AutomationExecutionRole': {
    ...untouched,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${CENTRAL_ACCOUNT}:root` },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnEquals: {
              'aws:PrincipalArn': `arn:aws:iam::${CENTRAL_ACCOUNT}:role/AWS-SystemsManager-AutomationAdministrationRole`,
            },
          },
        },
        TRUST_AUTOMATION,
      ],
    },
    attached: [awsPolicy('service-role/AmazonSSMAutomationRole')],
    inline: {
      ExecutionPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'resource-groups:ListGroupResources',
            Resource: `arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
          },
          { Effect: 'Allow', Action: ['tag:GetResources', 'ec2:DescribeInstances'], Resource: '*' },
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: `arn:aws:iam::${ACCOUNT}:role/AWS-SystemsManager-AutomationExecutionRole`,
            Condition: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
          },
        ],
      },
    },
    profiles: [],
  },
};

export const roles = {
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
  AWSSystemsManagerDefaultEC2InstanceManagementRole: {
    ...untouched,
    path: '/service-role/',
    trust: TRUST_SSM,
    attached: [awsPolicy('AmazonSSMManagedEC2InstanceDefaultPolicy')],
    inline: {},
    profiles: [],
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
  SSMMaintenanceWindowRole: {
    ...untouched,
    trust: TRUST_SSM,
    attached: [],
    inline: {
      SSMMaintenanceWindowPermissions: own([
        ...WINDOW_COMMANDS,
        {
          Action: 'iam:PassRole',
          Resource: `arn:aws:iam::${ACCOUNT}:role/SSMMaintenanceWindowRole`,
          Condition: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
        },
      ]),
    },
    profiles: [],
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-sns-notifications.html
  SSMNotificationRole: {
    ...untouched,
    trust: TRUST_SSM,
    attached: [],
    inline: {
      SSMNotificationPermissions: own([
        { Action: 'sns:Publish', Resource: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`] },
      ]),
    },
    profiles: [],
  },
  ...automationAccounts,
  AutomationServiceRole: {
    ...untouched,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
    trust: {
      Version: '2012-10-17',
      Statement: [TRUST_AUTOMATION],
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

/** The path that is named, and what is below it. */
const WEB_PARAMETERS = ['web', 'web/*'].map((name) => `arn:aws:ssm:*:${ACCOUNT}:parameter/${name}`);

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
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-setting-up.html
  SSMParameterStoreAccess: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: WEB_PARAMETERS,
      },
      {
        Sid: 'ReadByPath',
        Effect: 'Allow',
        Action: 'ssm:GetParametersByPath',
        Resource: WEB_PARAMETERS,
      },
    ],
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-console-access.html
  SSMUserAccess: {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: ['ssm:Describe*', 'ssm:List*', ...READS_OF_SSM],
        Resource: '*',
      },
      {
        Sid: 'ReadInstances',
        Effect: 'Allow',
        Action: ['ec2:DescribeInstances', 'ec2:DescribeInstanceStatus', 'ec2:DescribeRegions'],
        Resource: '*',
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
    ownPolicy('SSMParameterStoreAccess'),
    ownPolicy('SSMSessionManagerAccess'),
    ownPolicy('SSMUserAccess'),
  ],
};
export const existingRole = { attached: [], profiles: [] };

export const outputs = {
  administration: {
    role_arn: `arn:aws:iam::${ACCOUNT}:role/AWS-SystemsManager-AutomationAdministrationRole`,
    policy_name: 'AssumeRole-AWSSystemsManagerAutomationExecutionRole',
    attached_policy_arns: {},
  },
  execution: {
    role_name: 'AWS-SystemsManager-AutomationExecutionRole',
    policy_name: 'ExecutionPolicy',
    attached_policy_arns: {
      AmazonSSMAutomationRole: awsPolicy('service-role/AmazonSSMAutomationRole'),
    },
  },
  automation: {
    role_name: 'AutomationServiceRole',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/AutomationServiceRole`,
    policy_name: 'SSMAutomationPermissions',
    attached_policy_arns: {
      AmazonSSMAutomationRole: awsPolicy('service-role/AmazonSSMAutomationRole'),
    },
  },
  users: { policy_arn: ownPolicy('SSMAutomationPassRole') },
  hosts: {
    role_arn: `arn:aws:iam::${ACCOUNT}:role/service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole`,
    service_setting_value: 'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole',
    service_setting_id: null,
  },
  sessions: { policy_arn: ownPolicy('SSMSessionManagerAccess') },
  planners: { policy_arn: ownPolicy('SSMMaintenanceWindowPassRole') },
  hybrid: {
    role_name: 'SSMServiceRole',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/SSMServiceRole`,
    activation_role_name: 'SSMServiceRole',
    s3_policy_arns: [],
  },
  notifications: {
    role_arn: `arn:aws:iam::${ACCOUNT}:role/SSMNotificationRole`,
    policy_name: 'SSMNotificationPermissions',
    attached_policy_arns: {},
  },
  profile: {
    role_name: 'SSMInstanceProfile',
    role_arn: `arn:aws:iam::${ACCOUNT}:role/SSMInstanceProfile`,
    instance_profile_name: 'SSMInstanceProfile',
    instance_profile_arn: `arn:aws:iam::${ACCOUNT}:instance-profile/SSMInstanceProfile`,
    s3_policy_arns: [],
  },
  observers: { policy_arn: ownPolicy('SSMUserAccess'), policy_name: 'SSMUserAccess' },
  parameters: { policy_arn: ownPolicy('SSMParameterStoreAccess') },
  s3: { policy_arns: [ownPolicy('SSMS3AccessPolicy-agent')] },
  windows: { policy_name: 'SSMMaintenanceWindowPermissions', attached_policy_arns: {} },
};
