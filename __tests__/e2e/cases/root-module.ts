import type { AccountState } from '../harness/account';
import {
  ACCOUNT,
  CENTRAL_ACCOUNT,
  RUN_AUTOMATIONS,
  START_ANY_RUNBOOK,
  TRUST_EC2,
  WINDOW_COMMANDS,
  awsPolicy,
  ownPolicy,
  ownRole,
} from './account';
import * as defaults from './defaults';
import { allow, allowAs, passing, policy } from './statements';
import type { Statement } from './statements';

const ANYTHING = policy(allow('s3:ListAllMyBuckets', '*'));
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

const SSM = 'ssm.amazonaws.com';
/** The inline policy of an Automation role. */
const automation = (...statements: readonly Statement[]) => ({
  SSMAutomationPermissions: policy(...statements),
});

const PASSES_ITSELF = passing(ownRole('team/team-AutomationServiceRole'), [SSM]);
const { AutomationServiceRole, SSMInstanceProfile, SSMServiceRole } = defaults.roles;
const { SSMMaintenanceWindowRole, SSMNotificationRole } = defaults.roles;
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
    inline: automation(
      PASSES_ITSELF,
      passing([ownRole('team/team-SSMInstanceProfile')], ['ec2.amazonaws.com']),
    ),
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
      SSMMaintenanceWindowPermissions: policy(
        ...WINDOW_COMMANDS,
        passing(ownRole('team/team-SSMMaintenanceWindowRole'), SSM),
        passing([ownRole('team/team-SSMNotificationRole')], SSM),
      ),
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
    inline: automation(passing(ownRole('two-AutomationServiceRole'), [SSM])),
  },
  'two-SSMInstanceProfile': { ...SSMInstanceProfile, profiles: ['two-SSMInstanceProfile'] },
};

const reading = policy(
  allowAs('ReadBuckets', 's3:GetObject', ['arn:aws:s3:::example-own/*']),
  allowAs('ListBuckets', 's3:ListBucket', ['arn:aws:s3:::example-own']),
);
const s3Policies = (role: string) => ({
  [`${role}S3Policy-agent`]: defaults.policies['SSMS3AccessPolicy-agent'],
  [`${role}S3Policy-buckets`]: reading,
});

const PASS_ROLE = 'team-SSMAutomationPassRole';

export const policies: Readonly<Record<string, unknown>> = {
  boundary: ANYTHING,
  [PASS_ROLE]: policy(...START_ANY_RUNBOOK, ...RUN_AUTOMATIONS, {
    Sid: 'PassAutomationRole',
    ...PASSES_ITSELF,
  }),
  ...s3Policies('team-SSMInstanceProfile'),
  ...s3Policies('team-SSMServiceRole'),
};

/** Of those who run automations. */
export const access = [ownPolicy(`team/${PASS_ROLE}`)];

type Left = (before: AccountState) => AccountState;
type Inputs = Readonly<Partial<Record<keyof typeof everything, unknown>>>;

const without = <T>(all: Readonly<Record<string, T>>, ...names: string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !names.includes(key)));

/** A role of nodes goes with its policies. */
const withoutNode = (before: AccountState, role: string): AccountState => ({
  ...before,
  roles: without(before.roles, role),
  policies: without(before.policies, ...S3_POLICIES.map((kind) => `${role}S3Policy-${kind}`)),
});

const AUTOMATION = 'team-AutomationServiceRole';

/** What is left when one input after the other is switched off. */
export const switchedOff: readonly (readonly [Inputs, Left])[] = [
  [
    { automation_passes_instance_role: false },
    (before) => ({
      ...before,
      roles: {
        ...before.roles,
        [AUTOMATION]: { ...roles[AUTOMATION], inline: automation(PASSES_ITSELF) },
      },
    }),
  ],
  [
    { instance_profile: false },
    (before) => ({
      ...withoutNode(before, 'team-SSMInstanceProfile'),
      profiles: without(before.profiles, 'team-SSMInstanceProfile'),
    }),
  ],
  [{ hybrid_service_role: false }, (before) => withoutNode(before, 'team-SSMServiceRole')],
  [{ automation_groups: [] }, (before) => ({ ...before, groups: { operators: [] } })],
  [
    { automation_roles: [] },
    ({ roles: { Operator, ...others }, ...before }) => ({
      ...before,
      roles: { ...others, ...(Operator && { Operator: { ...Operator, attached: [] } }) },
      policies: without(before.policies, PASS_ROLE),
    }),
  ],
  [
    { automation_service_role: false },
    (before) => ({ ...before, roles: without(before.roles, AUTOMATION) }),
  ],
];
