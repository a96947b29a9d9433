import fc from 'fast-check';
import {
  NAME,
  accountId,
  additionalPolicyArns,
  bucket,
  comparedTags,
  description,
  documentName,
  functionArn,
  inlinePolicies,
  kmsKeyArn,
  left,
  nodeId,
  partition,
  path,
  policyArn,
  policyName,
  regions,
  roleArn,
  roleName,
  s3PolicyName,
  service,
  sessionDocument,
  sessionRegion,
  tags,
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
  exclusive_policies: flag,
  tags,
  partition,
};
/** The one input for which null is no default. */
export const CORE_POLICY = 'AmazonSSMManagedInstanceCore';
const core: Ranges = {
  core_policy: choice([null, CORE_POLICY, 'AmazonEC2RoleforSSM'], hostile),
  directory_service: flag,
  cloudwatch_agent: flag,
};
const roleOfAws = fc.constantFrom('AWSReservedSSO_Ops_0123456789abcdef', 'AWSServiceRoleForSSM');
/** Of every policy for people. */
const people: Ranges = {
  users: several(names(NAME, 64), 5),
  groups: several(names(NAME, 128), 5),
  roles: several({ ...roleName, past: fc.oneof(roleName.past, roleOfAws) }, 5),
  policy_name: orNull(left(policyName)),
  path: orNull(path),
  tags,
  partition,
  account_id: accountId,
};
/** Often, for no other access goes with runbooks. */
const AUTOMATION = Array.from({ length: 6 }, () => 'automation');
/** More than a policy has room for, which only a plan can tell. */
const manyBuckets = fc.constant<object[]>(
  Array.from({ length: 40 }, (_, i) => ({ name: `own-bucket-${i}`.padEnd(63, '0') })),
);
const s3: Ranges = {
  regions,
  agent_buckets: choice([null, 'all', 'current', 'classic'], hostile),
  s3_buckets: { ...several(bucket, 8), past: fc.oneof(several(bucket, 8).past, manyBuckets) },
};

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
  'automation-service-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    core_policy: choice([null, 'AmazonSSMAutomationRole'], hostile),
    lambda_role: flag,
    lambda_function_arns: several(functionArn, 60),
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
