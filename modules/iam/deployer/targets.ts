import { DEFAULT_HOST_MANAGEMENT_SETTING } from '../arns';
import { always, is, isNot, isNotEmpty } from '../permissions/model';
import type { StatementCondition, Term, When } from '../permissions/model';
import { EC2, SSM } from '../trust-policy';
import type { Sid } from './actions';

/** On what a statement allows its actions, in the inputs of any module: those that a module lacks are left out. */
interface Target {
  readonly resources: readonly Term[];
  readonly conditions?: readonly StatementCondition[];
}

const IAM = 'arn:${partition}:iam::${account_id}:';
const NEW = [is('create_role', true)];
const EXISTING = [is('create_role', false)];
/** An instance profile is made, for either role. */
const OF_NEW = [...NEW, is('create_instance_profile', null, true)];
const OF_EXISTING = [...EXISTING, is('create_instance_profile', true)];

/** What may have any path: nothing that is named has another name at its end. */
const named = (kind: string, name: string, more: Omit<Term, 'text'>): Term[] =>
  ['', '*/'].map((path) => ({ text: `${IAM}${kind}/${path}\${${name}}`, ...more }));

const newRole = (when: readonly When[]): Term => ({
  text: `${IAM}role\${path}\${role_name}`,
  when,
});
const existingRole = (when: readonly When[]): Term[] =>
  named('role', 'existing_role_name', { when });
const people = (kind: string): Term[] => named(kind, 'each.value', { for_each: `${kind}s` });

/** The name that an input gives, or one made of the role's. */
const nameOr = (given: string, ofRole: string, when: readonly When[], role: string): Term[] => [
  { text: `\${${given}}`, when: [...when, isNot(given, null)] },
  { text: `\${${role}}${ofRole}`, when: [...when, is(given, null)] },
];

const PROFILE_NAMES = [
  ...nameOr('instance_profile_name', '', OF_NEW, 'role_name'),
  ...nameOr('instance_profile_name', '', OF_EXISTING, 'existing_role_name'),
];

const S3_POLICY_NAMES: readonly Term[] = [
  ...nameOr('s3_policy_name', 'S3Policy', NEW, 'role_name'),
  ...nameOr('s3_policy_name', 'S3Policy', EXISTING, 'existing_role_name'),
  { text: '${policy_name}' },
];
/** At most nine for the buckets of AWS, the first without a number, and one for the caller's. */
const s3Policies = ({ text, when = [] }: Term): Term[] =>
  (
    [
      ['agent', 'regions'],
      ['agent-?', 'regions'],
      ['buckets', 's3_buckets'],
    ] as const
  ).map(([kind, list]) => ({
    text: `${IAM}policy\${path}${text}-${kind}`,
    when: [...when, isNotEmpty(list)],
  }));

const passedTo = (...services: readonly string[]): StatementCondition[] => [
  { operator: 'StringEquals', key: 'iam:PassedToService', values: always(...services) },
];

const ENABLED = [is('enabled', true)];

export const TARGETS: Readonly<Record<Sid, Target>> = {
  Roles: { resources: [newRole(NEW)] },
  ExistingRoles: { resources: [...existingRole(EXISTING), ...people('role')] },
  RoleOfInstanceProfile: { resources: existingRole(OF_EXISTING) },
  InstanceProfiles: {
    resources: PROFILE_NAMES.map(({ text, ...name }) => ({
      text: `${IAM}instance-profile\${path}${text}`,
      ...name,
    })),
  },
  PassRoleToEC2: {
    resources: [newRole(OF_NEW), ...existingRole(OF_EXISTING)],
    // China asks for either: see decision 29
    conditions: passedTo(...EC2.map(({ text }) => text)),
  },
  Policies: { resources: always(`${IAM}policy\${path}\${policy_name}`) },
  S3Policies: { resources: S3_POLICY_NAMES.flatMap(s3Policies) },
  Users: { resources: people('user') },
  Groups: { resources: people('group') },
  ServiceSetting: {
    resources: [
      {
        text: `arn:\${partition}:ssm:\${region}:\${account_id}:${DEFAULT_HOST_MANAGEMENT_SETTING}`,
        when: ENABLED,
      },
    ],
  },
  PassRoleToSystemsManager: { resources: [newRole(ENABLED)], conditions: passedTo(SSM) },
};
