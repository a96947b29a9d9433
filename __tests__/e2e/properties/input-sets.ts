import fc from 'fast-check';
import {
  NAME,
  accountId,
  additionalPolicyArns,
  alarmArn,
  bucket,
  comparedTags,
  description,
  documentName,
  functionArn,
  inlinePolicies,
  kmsKeyArn,
  left,
  logGroupArn,
  parameterName,
  parameterPath,
  organizationId,
  otherAccountId,
  nodeId,
  partition,
  path,
  policyArn,
  policyName,
  regions,
  roleArn,
  roleName,
  roleWithPath,
  s3PolicyName,
  service,
  stateMachineArn,
  sessionDocument,
  sessionRegion,
  tags,
  topicArn,
  trustedService,
} from './ranges';
import { choice, flag, hostile, names, orNull, several } from './texts';
import type { Range } from './texts';

type Ranges = Readonly<Record<string, Range>>;

const role: Ranges = {
  role_name: orNull(left(roleName)),
  path: orNull(path),
  description,
  permissions_boundary: orNull(policyArn),
  // what is past it is refused by the provider: see provider-words.ts
  max_session_duration: choice<number | null>(
    [null, 3600, 43200],
    fc.constantFrom(3599, 43201, 4000.5),
  ),
  force_detach_policies: flag,
  trusted_services: several(trustedService, 18),
  additional_policy_arns: additionalPolicyArns,
  inline_policies: inlinePolicies,
  tags,
  partition,
};
/** The one input for which null is no default. */
export const CORE_POLICY = 'AmazonSSMManagedInstanceCore';
/** The least for sessions, in a policy of the module's. */
export const SESSION_MANAGER = 'SessionManager';
const core: Ranges = {
  core_policy: choice([null, CORE_POLICY, 'AmazonEC2RoleforSSM', SESSION_MANAGER], hostile),
  directory_service: flag,
  cloudwatch_agent: flag,
  quick_setup_patch_policies: flag,
  session_log_group_arns: several(logGroupArn, 8),
  session_kms_key_arns: several(kmsKeyArn, 8),
};
const roleOfAws = fc.constantFrom('AWSReservedSSO_Ops_0123456789abcdef', 'AWSServiceRoleForSSM');
/** Of every policy for people, and of those that name something of the account. */
const withoutAccount: Ranges = {
  users: several(names(NAME, 64), 5),
  groups: several(names(NAME, 128), 5),
  roles: several({ ...roleName, past: fc.oneof(roleName.past, roleOfAws) }, 5),
  policy_name: orNull(left(policyName)),
  path: orNull(path),
  tags,
  partition,
};
const people: Ranges = { ...withoutAccount, account_id: accountId };
/** Often, for no other access goes with runbooks. */
const AUTOMATION = Array.from({ length: 6 }, () => 'automation');
/** More than a policy has room for, which only a plan can tell; drawn often, for three modules alone take buckets. */
const manyBuckets = fc.constant<object[]>(
  Array.from({ length: 40 }, (_, i) => ({ name: `own-bucket-${i}`.padEnd(63, '0') })),
);
const s3: Ranges = {
  regions,
  agent_buckets: choice([null, 'all', 'current', 'classic'], hostile),
  s3_buckets: {
    ...several(bucket, 8),
    limit: fc.oneof(
      { arbitrary: several(bucket, 8).limit, weight: 5 },
      { arbitrary: manyBuckets, weight: 1 },
    ),
    past: fc.oneof(several(bucket, 8).past, manyBuckets, manyBuckets),
  },
};

/** Such values, of which none is past the limit. */
const atLeastOne = (one: Range<string>, most: number): Range<string[]> => ({
  plain: fc.array(one.plain, { minLength: 1, maxLength: 3 }),
  limit: fc.array(fc.oneof(one.plain, one.limit), { minLength: 1, maxLength: most }),
  past: fc.oneof(several(one, 1).past, fc.constant<string[]>([])),
});

/** For each module, the range of each of its inputs. */
export const RANGES: Readonly<Record<string, Ranges>> = {
  'hybrid-service-role': {
    ...role,
    ...core,
    ...s3,
    s3_policy_name: orNull(left(s3PolicyName)),
    confused_deputy_protection: flag,
    account_id: accountId,
  },
  'instance-profile': {
    ...role,
    ...core,
    ...s3,
    s3_policy_name: orNull(left(s3PolicyName)),
    create_role: choice([null, true, true], fc.constant(false)),
    existing_role_name: { ...orNull(roleName), plain: fc.constant(null), limit: fc.constant(null) },
    create_instance_profile: flag,
    instance_profile_name: orNull(left(policyName)),
  },
  'automation-administration-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    execution_role_name: orNull(roleWithPath(64)),
    organizational_units: flag,
  },
  'automation-execution-role': {
    ...role,
    trusted_services: several(trustedService, 12),
    confused_deputy_protection: flag,
    account_id: accountId,
    core_policy: choice([null, 'AmazonSSMAutomationRole'], hostile),
    administration_account_id: otherAccountId,
    administration_role_name: orNull(roleWithPath(256)),
    organization_id: orNull(organizationId),
  },
  'automation-service-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    core_policy: choice([null, 'AmazonSSMAutomationRole'], hostile),
    lambda_role: flag,
    lambda_function_arns: several(functionArn, 60),
    cloudwatch_alarm_arns: several(alarmArn, 12),
    pass_itself_to_services: several(service, 5),
    pass_role_arns: several(roleArn, 60),
    pass_role_services: several(service, 5),
  },
  'automation-user-access': {
    automation_role_arn: { ...roleArn, limit: roleArn.plain },
    ...people,
    access: choice<string | null>([null, ...AUTOMATION, 'full'], hostile),
    documents: several(documentName, 12),
    pass_role_services: several(service, 120),
  },
  'parameter-store-access': {
    ...people,
    access: choice<string | null>([null, 'read', 'write', 'administer'], hostile),
    paths: several(parameterPath, 4),
    names: several(parameterName, 3),
    kms_key_arns: several(kmsKeyArn, 4),
    history: flag,
    describe: flag,
  },
  'user-access': {
    ...withoutAccount,
    access: choice([null, 'read-only', 'aws-read-only', 'full'], hostile),
    pass_role_arns: several(roleArn, 60),
  },
  'default-host-management': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    enabled: flag,
    core_policy: choice([null, 'AmazonSSMManagedEC2InstanceDefaultPolicy'], hostile),
  },
  'maintenance-window-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    run_command: flag,
    automation: flag,
    lambda_function_arns: several(functionArn, 40),
    state_machine_arns: several(stateMachineArn, 40),
    pass_role_arns: several(roleArn, 40),
  },
  'notification-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    topic_arns: atLeastOne(topicArn, 25),
    kms_key_arns: several(kmsKeyArn, 40),
  },
  'maintenance-window-user-access': {
    ...people,
    maintenance_window_role_arn: { ...roleArn, limit: roleArn.plain },
    pass_role_services: several(service, 120),
  },
  'session-manager-user-access': {
    ...people,
    administrator: flag,
    console: flag,
    instance_tags: comparedTags,
    instance_ids: several(nodeId, 15),
    regions: several(sessionRegion, 3),
    documents: several(sessionDocument, 4),
    kms_key_arns: several(kmsKeyArn, 3),
    own_sessions: choice<string | null>([null, 'any-identity', 'iam-user'], hostile),
  },
  's3-access-policy': {
    ...s3,
    policy_name: orNull(left(s3PolicyName)),
    path: orNull(path),
    description: left(description),
    tags,
    partition,
  },
};
