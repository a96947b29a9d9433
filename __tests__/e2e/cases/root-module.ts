import type { AccountState } from '../harness/account';
import { ACCOUNT, TRUST_EC2, awsPolicy, ownPolicy } from './account';
import * as defaults from './defaults';

const ANYTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
};
const NOBODY = { Version: '2012-10-17', Statement: [] };
const BOUNDARY = '${aws_iam_policy.made["boundary"].arn}';

/** Of the same apply: nobody knows their ARNs and names at plan. */
export const resource = {
  aws_iam_policy: {
    made: {
      for_each: '${toset(["added", "boundary"])}',
      name: '${each.key}',
      policy: JSON.stringify(ANYTHING),
    },
  },
  aws_iam_role: {
    made: {
      name: 'made',
      assume_role_policy: JSON.stringify(NOBODY),
    },
  },
};

/** What the roles share. */
export const shared = {
  regions: ['us-east-2'],
  name_prefix: 'team-',
  path: '/team/',
  permissions_boundary: BOUNDARY,
  tags: { Stage: 'prod', Team: 'ops' },
};

/** All roles, each with something of its own. */
export const objects = {
  automation_service_role: { path: '/own/', permissions_boundary: awsPolicy('ReadOnlyAccess') },
  automation_user_access: { groups: ['operators'], tags: { Stage: 'test' } },
  hybrid_service_role: {
    additional_policy_arns: { added: '${aws_iam_policy.made["added"].arn}' },
    tags: { Site: 'berlin', Stage: 'test' },
  },
  instance_profile: {
    role_name: 'Web',
    s3_buckets: [{ name: 'example-own', access: 'read', encrypted: false }],
  },
};

/** One role with little said, of that something sensitive; and a role that exists. */
export const others = {
  one: {
    hybrid_service_role: {
      permissions_boundary: '${sensitive(aws_iam_policy.made["boundary"].arn)}',
    },
  },
  existing: {
    name_prefix: 'other-',
    permissions_boundary: BOUNDARY,
    s3_buckets: [{ name: 'example-all', access: 'read', encrypted: false }],
    automation_service_role: {},
    instance_profile: { create_role: false, existing_role_name: '${aws_iam_role.made.name}' },
  },
};

const passing = (path: string): Record<string, unknown> => ({
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: `arn:aws:iam::${ACCOUNT}:role/${path}`,
});
/** The inline policy of an Automation role. */
const automation = (...Statement: readonly object[]) => ({
  SSMAutomationPermissions: { Version: '2012-10-17', Statement },
});
const reading = (bucket: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadBuckets',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: [`arn:aws:s3:::${bucket}/*`],
    },
  ],
});

const PASSES_ITSELF = passing('own/team-AutomationServiceRole');
const SHARED_POLICY = ownPolicy('team/team-SSMSharedS3Policy-agent');
const { AutomationServiceRole, SSMServiceRole } = defaults.roles;

export const roles = {
  made: {
    path: '/',
    trust: NOBODY,
    attached: [
      ownPolicy('other-SSMSharedS3Policy-buckets'),
      awsPolicy('AmazonSSMManagedInstanceCore'),
    ],
    inline: {},
    profiles: ['made'],
    tags: {},
    boundary: undefined,
  },
  'other-AutomationServiceRole': {
    ...AutomationServiceRole,
    boundary: ownPolicy('boundary'),
    inline: automation(passing('other-AutomationServiceRole')),
  },
  SSMServiceRole: { ...SSMServiceRole, boundary: ownPolicy('boundary') },
  'team-AutomationServiceRole': {
    ...AutomationServiceRole,
    path: '/own/',
    boundary: awsPolicy('ReadOnlyAccess'),
    tags: { Stage: 'prod', Team: 'ops' },
    inline: automation(PASSES_ITSELF, {
      ...passing('team/Web'),
      Resource: [`arn:aws:iam::${ACCOUNT}:role/team/Web`],
      Condition: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    }),
  },
  'team-SSMServiceRole': {
    ...SSMServiceRole,
    path: '/team/',
    boundary: ownPolicy('boundary'),
    tags: { Site: 'berlin', Stage: 'test', Team: 'ops' },
    attached: [awsPolicy('AmazonSSMManagedInstanceCore'), ownPolicy('added'), SHARED_POLICY].sort(),
  },
  Web: {
    path: '/team/',
    trust: TRUST_EC2,
    boundary: ownPolicy('boundary'),
    tags: { Stage: 'prod', Team: 'ops' },
    attached: [
      awsPolicy('AmazonSSMManagedInstanceCore'),
      ownPolicy('team/WebS3Policy-buckets'),
      SHARED_POLICY,
    ].sort(),
    inline: {},
    profiles: ['Web'],
  },
};

export const policies = {
  added: ANYTHING,
  boundary: ANYTHING,
  'other-SSMSharedS3Policy-buckets': reading('example-all'),
  'team-SSMAutomationPassRole': {
    Version: '2012-10-17',
    Statement: [
      {
        ...PASSES_ITSELF,
        Condition: { StringEquals: { 'iam:PassedToService': ['ssm.amazonaws.com'] } },
      },
    ],
  },
  'team-SSMSharedS3Policy-agent': defaults.policies['SSMS3AccessPolicy-agent'],
  'WebS3Policy-buckets': reading('example-own'),
};

export const groups = {
  operators: [ownPolicy('team/team-SSMAutomationPassRole'), awsPolicy('AmazonSSMFullAccess')],
};

/** What goes when one object after the other is switched off; what is documented to follow from it. */
export interface SwitchedOff {
  readonly object: keyof typeof objects;
  /** Objects that have to say what they took from it. */
  readonly instead?: Readonly<Partial<Record<keyof typeof objects, object>>>;
  readonly left: (before: AccountState) => AccountState;
}

const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

export const switchedOff: readonly SwitchedOff[] = [
  {
    object: 'instance_profile',
    left: (before) => ({
      ...before,
      roles: {
        ...without(before.roles, 'Web'),
        // Automation passes on what is there
        'team-AutomationServiceRole': {
          ...roles['team-AutomationServiceRole'],
          inline: automation(PASSES_ITSELF),
        },
      },
      profiles: without(before.profiles, 'Web'),
      policies: without(before.policies, 'WebS3Policy-buckets'),
    }),
  },
  {
    object: 'automation_service_role',
    instead: {
      automation_user_access: {
        ...objects.automation_user_access,
        automation_role_arn: PASSES_ITSELF.Resource,
      },
    },
    left: (before) => ({ ...before, roles: without(before.roles, 'team-AutomationServiceRole') }),
  },
  {
    object: 'hybrid_service_role',
    left: (before) => ({ ...before, roles: without(before.roles, 'team-SSMServiceRole') }),
  },
  {
    object: 'automation_user_access',
    left: (before) => ({
      ...before,
      policies: without(before.policies, 'team-SSMAutomationPassRole'),
      groups: { operators: [] },
    }),
  },
];
