import {
  ACCOUNT,
  BY_AUTOMATION,
  CENTRAL_ACCOUNT,
  READS_OF_SSM,
  RUN_AUTOMATIONS,
  START_ANY_RUNBOOK,
  TRUST_EC2,
  WINDOW_COMMANDS,
  awsPolicy,
  bucketObjects,
  ownPolicy,
  ownRole,
  ownSsm,
} from './account';
import { callsIn } from './calls';
import { allow, allowAs, passing, policy, trusting, trustingService } from './statements';

/** Every module with its defaults; the emulator lacks service settings, so none is made. */
export function inputs(modules: string): Record<string, object> {
  const call = callsIn(modules);
  return {
    administration: call('automation-administration-role'),
    execution: call('automation-execution-role', { administration_account_id: CENTRAL_ACCOUNT }),
    automation: call('automation-service-role'),
    users: call('automation-user-access', {
      automation_role_arn: ownRole('AutomationServiceRole'),
      groups: ['operators'],
    }),
    hosts: call('default-host-management', { enabled: false }),
    planners: call('maintenance-window-user-access', {
      maintenance_window_role_arn: ownRole('Windows'),
      groups: ['operators'],
    }),
    sessions: call('session-manager-user-access', {
      instance_tags: { Finance: 'WebServers' },
      groups: ['operators'],
    }),
    hybrid: call('hybrid-service-role'),
    notifications: call('notification-role', {
      topic_arns: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`],
    }),
    profile: call('instance-profile'),
    parameters: call('parameter-store-access', { paths: ['/web'], groups: ['operators'] }),
    s3: call('s3-access-policy', { regions: ['us-east-2'] }),
    observers: call('user-access', { groups: ['operators'] }),
    windows: call('maintenance-window-role'),
  };
}

const SSM = 'ssm.amazonaws.com';
/** As AWS prints it for hosts, windows and notifications, without a condition. */
const TRUST_SSM = policy(trustingService(SSM));

const role = (trust: ReturnType<typeof policy>, rest: object = {}) => ({
  ...{ trust, path: '/', tags: {}, boundary: undefined },
  ...{ attached: [] as string[], inline: {}, profiles: [] as string[] },
  ...rest,
});

const ADMINISTRATION = 'AWS-SystemsManager-AutomationAdministrationRole';
const EXECUTION = 'AWS-SystemsManager-AutomationExecutionRole';

export const roles = {
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
  AWSSystemsManagerDefaultEC2InstanceManagementRole: role(TRUST_SSM, {
    path: '/service-role/',
    attached: [awsPolicy('AmazonSSMManagedEC2InstanceDefaultPolicy')],
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
  SSMMaintenanceWindowRole: role(TRUST_SSM, {
    inline: {
      SSMMaintenanceWindowPermissions: policy(
        ...WINDOW_COMMANDS,
        passing(ownRole('SSMMaintenanceWindowRole'), SSM),
      ),
    },
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-sns-notifications.html
  SSMNotificationRole: role(TRUST_SSM, {
    inline: {
      SSMNotificationPermissions: policy(
        allow('sns:Publish', [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`]),
      ),
    },
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-multiple-accounts-regions.html
  [ADMINISTRATION]: role(TRUST_SSM, {
    inline: {
      'AssumeRole-AWSSystemsManagerAutomationExecutionRole': policy(
        allow('sts:AssumeRole', `arn:aws:iam::*:role/${EXECUTION}`),
      ),
    },
  }),
  [EXECUTION]: role(
    policy(
      trusting(
        { AWS: `arn:aws:iam::${CENTRAL_ACCOUNT}:root` },
        {
          ArnEquals: {
            'aws:PrincipalArn': `arn:aws:iam::${CENTRAL_ACCOUNT}:role/${ADMINISTRATION}`,
          },
        },
      ),
      BY_AUTOMATION,
    ),
    {
      attached: [awsPolicy('service-role/AmazonSSMAutomationRole')],
      inline: {
        ExecutionPolicy: policy(
          allow(
            'resource-groups:ListGroupResources',
            `arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
          ),
          allow(['tag:GetResources', 'ec2:DescribeInstances'], '*'),
          passing(ownRole(EXECUTION), SSM),
        ),
      },
    },
  ),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
  AutomationServiceRole: role(policy(BY_AUTOMATION), {
    attached: [awsPolicy('service-role/AmazonSSMAutomationRole')],
    inline: { SSMAutomationPermissions: policy(passing(ownRole('AutomationServiceRole'), [SSM])) },
  }),
  SSMInstanceProfile: role(TRUST_EC2, {
    attached: [awsPolicy('AmazonSSMManagedInstanceCore')],
    profiles: ['SSMInstanceProfile'],
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
  SSMServiceRole: role(
    policy(
      trustingService(SSM, {
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
        ArnEquals: { 'aws:SourceArn': `arn:aws:ssm:*:${ACCOUNT}:*` },
      }),
    ),
    { attached: [awsPolicy('AmazonSSMManagedInstanceCore')] },
  ),
};

/** The path that is named, and what is below it. */
const WEB_PARAMETERS = ['web', 'web/*'].map((name) => ownSsm(`parameter/${name}`));
const SHELL = ownSsm('document/SSM-SessionManagerRunShell');

export const policies = {
  SSMAutomationPassRole: policy(...START_ANY_RUNBOOK, ...RUN_AUTOMATIONS, {
    Sid: 'PassAutomationRole',
    ...passing(ownRole('AutomationServiceRole'), [SSM]),
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-setting-up.html
  SSMParameterStoreAccess: policy(
    allowAs('Read', ['ssm:GetParameter', 'ssm:GetParameters'], WEB_PARAMETERS),
    allowAs('ReadByPath', 'ssm:GetParametersByPath', WEB_PARAMETERS),
  ),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-console-access.html
  SSMUserAccess: policy(
    allowAs('Read', ['ssm:Describe*', 'ssm:List*', ...READS_OF_SSM], '*'),
    allowAs(
      'ReadInstances',
      ['ec2:DescribeInstances', 'ec2:DescribeInstanceStatus', 'ec2:DescribeRegions'],
      '*',
    ),
  ),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
  SSMMaintenanceWindowPassRole: policy(
    { Sid: 'PassMaintenanceWindowRole', ...passing(ownRole('Windows'), [SSM]) },
    allowAs('ListRoles', 'iam:ListRoles', ownRole('')),
  ),
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
  SSMSessionManagerAccess: policy(
    allowAs(
      'StartOnTaggedNodes',
      ['ssm:StartSession', 'ssm:GetConnectionStatus'],
      [`arn:aws:ec2:*:${ACCOUNT}:instance/*`, ownSsm('managed-instance/*')],
      { StringLike: { 'ssm:resourceTag/Finance': 'WebServers' } },
    ),
    allowAs('UseDocuments', 'ssm:StartSession', [SHELL]),
    allowAs('OpenDataChannel', 'ssmmessages:OpenDataChannel', ownSsm('session/*')),
    allowAs('EndOwnSessions', ['ssm:TerminateSession', 'ssm:ResumeSession'], ownSsm('session/*'), {
      StringLike: { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}*' },
    }),
    allowAs(
      'ListInConsoles',
      [
        'ssm:DescribeSessions',
        'ssm:DescribeInstanceInformation',
        'ssm:DescribeInstanceProperties',
        'ssm:ListDocuments',
        'ec2:DescribeInstances',
      ],
      '*',
    ),
    allowAs('ReadDocuments', 'ssm:GetDocument', [SHELL]),
  ),
  'SSMS3AccessPolicy-agent': policy(
    allow(
      's3:GetObject',
      bucketObjects([
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
    ),
  ),
};

export const users = { jane: [] };
export const groups = {
  operators: Object.keys(policies)
    .filter((name) => !name.startsWith('SSMS3'))
    .map(ownPolicy)
    .sort(),
};
export const existingRole = { attached: [], profiles: [] };

export const outputs = {
  administration: {
    role_arn: ownRole('AWS-SystemsManager-AutomationAdministrationRole'),
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
    role_arn: ownRole('AutomationServiceRole'),
    policy_name: 'SSMAutomationPermissions',
    attached_policy_arns: {
      AmazonSSMAutomationRole: awsPolicy('service-role/AmazonSSMAutomationRole'),
    },
  },
  users: { policy_arn: ownPolicy('SSMAutomationPassRole') },
  hosts: {
    role_arn: ownRole('service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole'),
    service_setting_value: 'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole',
    service_setting_id: null,
  },
  sessions: { policy_arn: ownPolicy('SSMSessionManagerAccess') },
  planners: { policy_arn: ownPolicy('SSMMaintenanceWindowPassRole') },
  hybrid: {
    role_name: 'SSMServiceRole',
    role_arn: ownRole('SSMServiceRole'),
    activation_role_name: 'SSMServiceRole',
    s3_policy_arns: [],
  },
  notifications: {
    role_arn: ownRole('SSMNotificationRole'),
    policy_name: 'SSMNotificationPermissions',
    attached_policy_arns: {},
  },
  profile: {
    role_name: 'SSMInstanceProfile',
    role_arn: ownRole('SSMInstanceProfile'),
    instance_profile_name: 'SSMInstanceProfile',
    instance_profile_arn: `arn:aws:iam::${ACCOUNT}:instance-profile/SSMInstanceProfile`,
    s3_policy_arns: [],
  },
  observers: { policy_arn: ownPolicy('SSMUserAccess'), policy_name: 'SSMUserAccess' },
  parameters: { policy_arn: ownPolicy('SSMParameterStoreAccess') },
  s3: { policy_arns: [ownPolicy('SSMS3AccessPolicy-agent')] },
  windows: { policy_name: 'SSMMaintenanceWindowPermissions', attached_policy_arns: {} },
};
