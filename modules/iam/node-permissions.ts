import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { IamRolePolicyAttachment } from '../../aws-bindings';
import { address } from '../../generator/address';
import { local } from '../../generator/blocks';
import { expr, literal, text } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { awsPoliciesAsSpelt, awsPolicyPath } from './aws-policies';
import { arnPartition, arnsInPartition, withPartition } from './caller-arns';
import { CORE_POLICIES, warnOfDeprecatedCore } from './core-permissions';
import type { corePermissionInputs } from './core-permissions';
import { embedInlinePolicies, embedOwnPolicy, inlinePolicyNameIsFree } from './inline-policies';
import type { partitionInput } from './partition';
import { pathsOf } from './permissions/hcl';
import type { Permission, Term, When } from './permissions/model';
import { limitAttachments } from './policy-limits';
import { agentRegions } from './regions';
import type { roleInputs } from './role';
import { attachPolicies, attachedArns, callersGrants, managedPolicies } from './role-policies';
import { s3Grants } from './s3-grants';
import { SESSION_MANAGER, SESSION_POLICY, sessionGrants } from './session-permissions';
import type { s3Inputs, s3PolicyNameInput } from './s3-inputs';
import { createS3Policy } from './s3-policy';
import type { S3Policies } from './s3-policy';

/** The inputs that say what a managed node's role may do. */
type NodeInputs = typeof corePermissionInputs &
  typeof partitionInput &
  typeof s3Inputs &
  Pick<
    ReturnType<typeof roleInputs>,
    'additionalPolicyArns' | 'inlinePolicies' | 'path' | 'permissionsBoundary' | 'tags'
  > &
  typeof s3PolicyNameInput;

const ARN_INPUTS = [
  'additionalPolicyArns',
  'permissionsBoundary',
  's3Buckets',
  'sessionKmsKeyArns',
  'sessionLogGroupArns',
] as const;

/** Of the ARNs in Quick Setup's policy; and Quick Setup has no patch policies elsewhere. */
const patchPoliciesThere: Requirement<NodeInputs> = {
  code: 'PatchPolicyPartition',
  about: ['quickSetupPatchPolicies', 'partition'],
  must: (name) => `${name('quickSetupPatchPolicies')} must be false outside the partition "aws"`,
  remedy: () => 'leave it out: Quick Setup has no patch policies there',
  refused: { quickSetupPatchPolicies: true, partition: 'aws-us-gov' },
  accepts: ({ quickSetupPatchPolicies, partition }) =>
    quickSetupPatchPolicies !== true || partition === null || partition === 'aws',
  condition: (ref) => expr`!${ref.quickSetupPatchPolicies} || ${ref.partition} == "aws"`,
};

/** What the inputs of a node's role have to fulfil together. */
export const nodeRequirements: readonly Requirement<NodeInputs>[] = [
  agentRegions,
  arnPartition(ARN_INPUTS),
  awsPolicyPath(),
  inlinePolicyNameIsFree(SESSION_POLICY),
  patchPoliciesThere,
];

/** What the role of a node can be given, apart from trust. */
export const nodeGrants = (
  role: readonly Term[],
  nodes: string,
  boundedWhen: readonly When[] = [],
): Permission[] => [
  ...CORE_POLICIES.map((policy) => ({ ...policy, granted_to: role })),
  ...sessionGrants(role, nodes),
  ...s3Grants(role),
  ...callersGrants(role, boundedWhen),
];

export interface NodeGrant {
  /** The id of the role: see `createRole`. */
  readonly role: Expr<string>;
  readonly roleName: Expr<string>;
  readonly partition: Expr<string>;
  /** ARN of the kind of node that has the role: see `nodeGrants`. */
  readonly nodes: string;
  readonly s3PolicyDescription: string;
  /** What else has to hold, whatever the inputs attach. */
  readonly preconditions: readonly Precondition[];
}

/** What a role was given, as outputs tell it. */
export interface NodeGranted {
  readonly attachedPolicyArns: Expr<MapOf<string>>;
  readonly inlinePolicyNames: Expr<readonly string[]>;
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
  const { policies: s3, count: s3Count } = createS3PolicyOf(scope, ref, grant);
  const { additionalPolicyArns, regions, s3Buckets } = ref;
  const policies = managedPolicies(scope, CORE_POLICIES, pathsOf(ref, { partition }));
  const count = expr<number>`length(${policies.arns}) + length(${additionalPolicyArns}) + ${s3Count}`;
  const few = limitAttachments(scope, count, [additionalPolicyArns, regions, s3Buckets]);
  const { arns, inPartition } = arnsInPartition(scope, ref, partition, ARN_INPUTS);
  const managed = attachPolicies(scope, role, additionalPolicyArns, policies, [
    ...preconditions,
    precondition(inlinePolicyNameIsFree(SESSION_POLICY), ref),
    precondition(patchPoliciesThere, withPartition(ref, partition)),
    inPartition,
    awsPoliciesAsSpelt(scope, ref, arns),
    few,
  ]);
  attachS3(scope, role, s3);
  const allS3 = expr`values(${s3})`;
  return {
    attachedPolicyArns: expr`merge({ for policy in ${s3} : policy.name => policy.arn }, ${local(scope, 'attached_aws_policies', attachedArns(managed))}, ${additionalPolicyArns})`,
    inlinePolicyNames: embedAll(scope, ref, grant),
    s3PolicyNames: expr`${allS3}[*].name`,
    s3PolicyArns: expr`${allS3}[*].arn`,
    s3PolicyDocuments: expr`${allS3}[*].policy`,
  };
}

function attachS3(scope: Construct, role: Expr<string>, policies: S3Policies['policies']): void {
  const each = policies.iterator();
  const attachment = new IamRolePolicyAttachment(scope, 's3_attachment', {
    forEach: each,
    role: role.asString(),
    policyArn: each.getString('arn'),
  });
  address(attachment, 's3');
}

/** Embeds the caller's inline policies and the one for Session Manager; gives their names. */
function embedAll(
  scope: Construct,
  ref: References<NodeInputs>,
  { role, nodes, partition }: NodeGrant,
): Expr<readonly string[]> {
  const { corePolicy, inlinePolicies, sessionKmsKeyArns, sessionLogGroupArns } = ref;
  const listed = expr<number>`length(${sessionKmsKeyArns}) + length(${sessionLogGroupArns})`;
  const own = embedOwnPolicy(
    scope,
    role,
    inlinePolicies,
    {
      id: 'session',
      name: SESSION_POLICY,
      statements: sessionGrants([], nodes),
      causes: [sessionKmsKeyArns, sessionLogGroupArns],
      wanted: {
        when: expr`${corePolicy} == ${literal(SESSION_MANAGER)} || ${listed} > 0`,
        example: { corePolicy: SESSION_MANAGER },
      },
    },
    pathsOf(ref, { partition }),
  );
  return expr`concat(${embedInlinePolicies(scope, role, inlinePolicies)}, ${own}[*].name)`;
}

function createS3PolicyOf(
  scope: Construct,
  ref: References<NodeInputs>,
  { roleName, partition, s3PolicyDescription }: NodeGrant,
): S3Policies {
  return createS3Policy(scope, ref, {
    name: expr`coalesce(${ref.s3PolicyName}, ${text`${roleName}S3Policy`})`,
    path: ref.path,
    tags: ref.tags,
    description: s3PolicyDescription,
    partition,
    preconditions: [],
  });
}
