import type { AccountState } from '../harness/account';
import {
  ACCOUNT,
  CENTRAL_ACCOUNT,
  RUN_AUTOMATIONS,
  START_ANY_RUNBOOK,
  TRUST_EC2,
  awsPolicy,
  ownPolicy,
} from './account';
import * as defaults from './defaults';

const ANYTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
};
const BOUNDARY = '${aws_iam_policy.boundary.arn}';

/** Of the same apply: nobody knows the ARN and the name of the bucket at plan. */
export const resource = {
  aws_iam_policy: { boundary: { name: 'boundary', policy: JSON.stringify(ANYTHING) } },
  terraform_data: { bucket: { input: 'example-own' } },
};

/** Everything that can be asked for. */
export const everything = {
  name_prefix: 'team-',
  path: '/team/',
  permissions_boundary: BOUNDARY,
  tags: { Stage: 'prod', Team: 'ops' },
  partition: 'aws',
  account_id: ACCOUNT,
  instance_profile: true,
  hybrid_service_role: true,
  regions: ['us-east-2'],
  s3_buckets: [{ name: '${terraform_data.bucket.output}', access: 'read', encrypted: false }],
  cloudwatch_agent: true,
  directory_service: true,
  automation_service_role: true,
  automation_groups: ['operators'],
  automation_roles: ['Operator'],
  automation_passes_instance_role: true,
  automation_administration_role: true,
  automation_administration_account_id: CENTRAL_ACCOUNT,
  maintenance_window_role: true,
  notification_topic_arns: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`],
};

/** One role with little said, of that something sensitive; and two that have nothing to do with each other. */
export const others = {
  one: {
    hybrid_service_role: true,
    permissions_boundary: '${sensitive(aws_iam_policy.boundary.arn)}',
  },
  two: { name_prefix: 'two-', instance_profile: true, automation_service_role: true },
};

const passing = (path: string): Record<string, unknown> => ({
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: `arn:aws:iam::${ACCOUNT}:role/${path}`,
  Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
});
const passesTo = (path: string): Record<string, unknown> => ({
  ...passing(path),
  Condition: { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
});
/** The inline policy of an Automation role. */
const automation = (...Statement: readonly object[]) => ({
  SSMAutomationPermissions: { Version: '2012-10-17', Statement },
});

const PASSES_ITSELF = passing('team/team-AutomationServiceRole');
const { AutomationServiceRole, SSMInstanceProfile, SSMServiceRole } = defaults.roles;
const { SSMMaintenanceWindowRole, SSMNotificationRole } = defaults.roles;
const windows = SSMMaintenanceWindowRole.inline.SSMMaintenanceWindowPermissions;
const S3_POLICIES = ['agent', 'buckets'];

const ofTeam = {
  path: '/team/',
  boundary: ownPolicy('boundary'),
  tags: { Stage: 'prod', Team: 'ops' },
};
const attachedToNode = (role: string): string[] =>
  [
    ...['AmazonSSMDirectoryServiceAccess', 'AmazonSSMManagedInstanceCore'].map(awsPolicy),
    awsPolicy('CloudWatchAgentServerPolicy'),
    ...S3_POLICIES.map((kind) => ownPolicy(`team/${role}S3Policy-${kind}`)),
  ].sort();

export const roles = {
  SSMServiceRole: { ...SSMServiceRole, boundary: ownPolicy('boundary') },
  'team-AutomationServiceRole': {
    ...AutomationServiceRole,
    ...ofTeam,
    inline: automation(PASSES_ITSELF, {
      ...passing('team/team-SSMInstanceProfile'),
      Resource: [`arn:aws:iam::${ACCOUNT}:role/team/team-SSMInstanceProfile`],
      Condition: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    }),
  },
  'team-SSMInstanceProfile': {
    ...ofTeam,
    trust: TRUST_EC2,
    attached: attachedToNode('team-SSMInstanceProfile'),
    inline: {},
    profiles: ['team-SSMInstanceProfile'],
  },
  // AWS knows these two by their names
  ...Object.fromEntries(
    (
      [
        'AWS-SystemsManager-AutomationAdministrationRole',
        'AWS-SystemsManager-AutomationExecutionRole',
      ] as const
    ).map((name) => [name, { ...defaults.roles[name], ...ofTeam, path: '/' }]),
  ),
  'team-SSMMaintenanceWindowRole': {
    ...SSMMaintenanceWindowRole,
    ...ofTeam,
    inline: {
      SSMMaintenanceWindowPermissions: {
        ...windows,
        Statement: [
          ...windows.Statement.slice(0, -1),
          passesTo('team/team-SSMMaintenanceWindowRole'),
          {
            ...passesTo('team/team-SSMNotificationRole'),
            Resource: [`arn:aws:iam::${ACCOUNT}:role/team/team-SSMNotificationRole`],
          },
        ],
      },
    },
  },
  'team-SSMNotificationRole': { ...SSMNotificationRole, ...ofTeam },
  'team-SSMServiceRole': {
    ...SSMServiceRole,
    ...ofTeam,
    attached: attachedToNode('team-SSMServiceRole'),
  },
  // it may not pass on the role beside it, which nobody asked for
  'two-AutomationServiceRole': {
    ...AutomationServiceRole,
    inline: automation(passing('two-AutomationServiceRole')),
  },
  'two-SSMInstanceProfile': { ...SSMInstanceProfile, profiles: ['two-SSMInstanceProfile'] },
};

const reading = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadBuckets',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: ['arn:aws:s3:::example-own/*'],
    },
    {
      Sid: 'ListBuckets',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: ['arn:aws:s3:::example-own'],
    },
  ],
};
const s3Policies = (role: string) => ({
  [`${role}S3Policy-agent`]: defaults.policies['SSMS3AccessPolicy-agent'],
  [`${role}S3Policy-buckets`]: reading,
});

const PASS_ROLE = 'team-SSMAutomationPassRole';

export const policies: Readonly<Record<string, unknown>> = {
  boundary: ANYTHING,
  [PASS_ROLE]: {
    Version: '2012-10-17',
    Statement: [
      ...START_ANY_RUNBOOK,
      ...RUN_AUTOMATIONS,
      { Sid: 'PassAutomationRole', ...PASSES_ITSELF },
    ],
  },
  ...s3Policies('team-SSMInstanceProfile'),
  ...s3Policies('team-SSMServiceRole'),
};

/** Of those who run automations. */
export const access = [ownPolicy(`team/${PASS_ROLE}`)];

/** What goes when one input after the other is switched off. */
export interface SwitchedOff {
  readonly inputs: Readonly<Partial<Record<keyof typeof everything, unknown>>>;
  readonly left: (before: AccountState) => AccountState;
}

const without = <T>(all: Readonly<Record<string, T>>, ...names: string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !names.includes(key)));

/** A role of nodes goes with its policies. */
const withoutNode = (before: AccountState, role: string): AccountState => ({
  ...before,
  roles: without(before.roles, role),
  policies: without(before.policies, ...S3_POLICIES.map((kind) => `${role}S3Policy-${kind}`)),
});

export const switchedOff: readonly SwitchedOff[] = [
  {
    inputs: { automation_passes_instance_role: false },
    left: (before) => ({
      ...before,
      roles: {
        ...before.roles,
        'team-AutomationServiceRole': {
          ...roles['team-AutomationServiceRole'],
          inline: automation(PASSES_ITSELF),
        },
      },
    }),
  },
  {
    inputs: { instance_profile: false },
    left: (before) => ({
      ...withoutNode(before, 'team-SSMInstanceProfile'),
      profiles: without(before.profiles, 'team-SSMInstanceProfile'),
    }),
  },
  {
    inputs: { hybrid_service_role: false },
    left: (before) => withoutNode(before, 'team-SSMServiceRole'),
  },
  {
    inputs: { automation_groups: [] },
    left: (before) => ({ ...before, groups: { operators: [] } }),
  },
  {
    inputs: { automation_roles: [] },
    left: ({ roles: { Operator, ...others }, ...before }) => ({
      ...before,
      roles: { ...others, ...(Operator && { Operator: { ...Operator, attached: [] } }) },
      policies: without(before.policies, PASS_ROLE),
    }),
  },
  {
    inputs: { automation_service_role: false },
    left: (before) => ({ ...before, roles: without(before.roles, 'team-AutomationServiceRole') }),
  },
];
