import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from '../../generator/address';
import { local } from '../../generator/blocks';
import { Expr, expr, text } from '../../generator/expression';
import type { MapOf } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { awsPoliciesAsSpelt, awsPolicyPath } from './aws-policies';
import { arnPartition, arnsInPartition } from './caller-arns';
import { CORE_POLICIES, warnOfDeprecatedCore } from './core-permissions';
import type { corePermissionInputs } from './core-permissions';
import { keepOthersOff } from './exclusive-policies';
import { embedInlinePolicies } from './inline-policies';
import { policyPath } from './names';
import type { partitionInput } from './partition';
import { pathsOf } from './permissions/hcl';
import type { Permission, Term, When } from './permissions/model';
import { limitAttachments } from './policy-limits';
import { agentRegions } from './regions';
import type { roleInputs } from './role';
import { attachPolicies, callersGrants, managedPolicies } from './role-policies';
import { s3Grants } from './s3-grants';
import type { s3Inputs, s3PolicyNameInput } from './s3-inputs';
import { createS3Policy } from './s3-policy';
import type { S3Policies } from './s3-policy';

/** The inputs that say what a managed node's role may do. */
type NodeInputs = typeof corePermissionInputs &
  typeof partitionInput &
  typeof s3Inputs &
  Pick<
    ReturnType<typeof roleInputs>,
    | 'additionalPolicyArns'
    | 'exclusivePolicies'
    | 'inlinePolicies'
    | 'path'
    | 'permissionsBoundary'
    | 'tags'
  > &
  typeof s3PolicyNameInput;

const ARN_INPUTS = ['additionalPolicyArns', 'permissionsBoundary', 's3Buckets'] as const;

/** The S3 policy shares the role's path, and IAM takes fewer characters there. */
const pathSuitsS3Policy: Requirement<NodeInputs> = {
  code: 'PolicyPath',
  about: ['path', 'regions', 's3Buckets'],
  must: (name) =>
    `${name('path')} ${policyPath.must} where ${name('regions')} or ${name('s3Buckets')} ask for an S3 policy`,
  remedy: () => policyPath.remedy,
  refused: { path: '/team!/', regions: ['us-east-2'] },
  accepts: ({ path, regions, s3Buckets }) =>
    [regions, s3Buckets].flat().length === 0 || policyPath.accepts(path as string),
  condition: (ref) =>
    expr`length(${ref.regions}) + length(${ref.s3Buckets}) == 0 || ${new Expr(policyPath.condition(ref.path.expression))}`,
};

/** What the inputs of a node's role have to fulfil together. */
export const nodeRequirements = [
  pathSuitsS3Policy,
  agentRegions,
  arnPartition(ARN_INPUTS),
  awsPolicyPath(),
];

/** What the role of a node can be given, apart from trust. */
export const nodeGrants = (
  role: readonly Term[],
  boundedWhen: readonly When[] = [],
): Permission[] => [
  ...CORE_POLICIES.map((policy) => ({ ...policy, granted_to: role })),
  ...s3Grants(role),
  ...callersGrants(role, boundedWhen),
];

export interface NodeGrant {
  /** The id of the role: see `createRole`. */
  readonly role: Expr<string>;
  readonly roleName: Expr<string>;
  readonly partition: Expr<string>;
  readonly s3PolicyDescription: string;
  /** What else has to hold, whatever the inputs attach. */
  readonly preconditions: readonly Precondition[];
}

/** What a role was given, as outputs tell it. */
export interface NodeGranted {
  readonly attachedPolicyArns: Expr<MapOf<string>>;
  readonly s3PolicyNames: Expr<readonly string[]>;
  readonly s3PolicyArns: Expr<readonly string[]>;
  readonly s3PolicyDocuments: Expr<readonly string[]>;
}

/**
 * Gives a role what SSM Agent needs on a node: the AWS managed policies, the S3
 * access policy, and what the caller adds.
 */
export function grantNodePermissions(
  scope: Construct,
  ref: References<NodeInputs>,
  grant: NodeGrant,
): NodeGranted {
  const { role, partition, preconditions } = grant;
  warnOfDeprecatedCore(scope, ref);
  const s3 = createS3PolicyOf(scope, ref, grant);
  const { additionalPolicyArns, regions, s3Buckets } = ref;
  const policies = managedPolicies(scope, CORE_POLICIES, pathsOf(ref, { partition }));
  const count = expr<number>`length(${policies.arns}) + length(${additionalPolicyArns}) + ${s3.count}`;
  const causes = [additionalPolicyArns, regions, s3Buckets];
  const another = { regions: ['us-east-2'] };
  const few = limitAttachments(scope, count, causes, another);
  const { arns, inPartition } = arnsInPartition(scope, ref, partition, ARN_INPUTS);
  const attached = attachPolicies(scope, role, additionalPolicyArns, policies, [
    ...preconditions,
    inPartition,
    awsPoliciesAsSpelt(scope, ref, arns),
    few,
  ]);
  const each = s3.policies.iterator();
  const attachment = new IamRolePolicyAttachment(scope, 's3_attachment', {
    forEach: each,
    role: role.asString(),
    policyArn: each.getString('arn'),
  });
  const ofS3 = address(attachment, 's3');
  keepOthersOff(scope, role, ref.exclusivePolicies, {
    attached: expr`concat(${attached.all}, values(${ofS3}))[*].policy_arn`,
    inline: embedInlinePolicies(scope, role, ref.inlinePolicies),
  });
  const allS3 = expr`values(${s3.policies})`;
  return {
    attachedPolicyArns: expr`merge({ for policy in ${s3.policies} : policy.name => policy.arn }, ${attached.arns})`,
    s3PolicyNames: expr`${allS3}[*].name`,
    s3PolicyArns: expr`${allS3}[*].arn`,
    s3PolicyDocuments: expr`${allS3}[*].policy`,
  };
}

function createS3PolicyOf(
  scope: Construct,
  ref: References<NodeInputs>,
  { roleName, partition, s3PolicyDescription }: NodeGrant,
): S3Policies {
  const { s3PolicyName } = ref;
  const name = expr<string>`${s3PolicyName} == null ? ${text`${roleName}S3Policy`} : ${s3PolicyName}`;
  return createS3Policy(scope, ref, {
    name: local(scope, 's3_policy_name', name),
    path: ref.path,
    tags: ref.tags,
    description: s3PolicyDescription,
    partition,
    preconditions: [precondition(pathSuitsS3Policy, ref)],
  });
}
