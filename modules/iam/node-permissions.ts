import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { coreAttachment, corePolicies, warnOfDeprecatedCore } from './core-permissions';
import type { corePermissionInputs } from './core-permissions';
import { keepOthersOff } from './exclusive-policies';
import { policyPath } from './names';
import type { partitionInput } from './partition';
import { pathsOf } from './permissions/hcl';
import type { Permission, Term, When } from './permissions/model';
import { limitAttachments } from './policy-limits';
import { agentRegions } from './regions';
import type { roleInputs } from './role';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachEach,
  attachManagedPolicies,
  callersGrants,
  embedInlinePolicies,
  managedPolicies,
} from './role-policies';
import type { s3Inputs, s3PolicyNameInput } from './s3-inputs';
import { s3Grants } from './s3-grants';
import { createS3Policy } from './s3-policy';
import type { S3Policies } from './s3-policy';
import { local } from './s3-statements';

/** The inputs that say what a managed node's role may do. */
type NodeInputs = typeof corePermissionInputs &
  typeof partitionInput &
  typeof s3Inputs &
  Pick<
    ReturnType<typeof roleInputs>,
    'additionalPolicyArns' | 'exclusivePolicies' | 'inlinePolicies' | 'path' | 'tags'
  > &
  typeof s3PolicyNameInput;

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
  condition: (ref) => policyPath.condition(ref.path),
};

/** What the inputs of a node's role have to fulfil together. */
export const nodeRequirements = [pathSuitsS3Policy, agentRegions];

/** What the role of a node can be given, apart from trust. */
export const nodeGrants = (
  role: readonly Term[],
  boundedWhen: readonly When[] = [],
): Permission[] => [...corePolicies(role), ...s3Grants(role), ...callersGrants(role, boundedWhen)];

export interface NodeGrant {
  /** Expression of the role, for what is attached to it: see `idOf`. */
  readonly role: string;
  /** Expression of the role's name. */
  readonly roleName: string;
  /** Expression of the partition. */
  readonly partition: string;
  readonly s3PolicyDescription: string;
  /** What else has to hold, whatever the inputs attach; to be limited to `coreAttachment`. */
  readonly preconditions: readonly Precondition[];
}

/** Expressions over what was granted. */
export interface NodePermissions {
  readonly attachedPolicyArns: string;
  readonly s3PolicyArns: string;
}

/**
 * Gives a role what SSM Agent needs on a node: the AWS managed policies, the S3
 * access policy, and what the caller adds.
 */
export function grantNodePermissions(
  scope: Construct,
  ref: References<NodeInputs>,
  grant: NodeGrant,
): NodePermissions {
  const { role, partition, preconditions } = grant;
  warnOfDeprecatedCore(scope, ref);
  const s3 = createS3PolicyOf(scope, ref, grant);
  const policies = managedPolicies(scope, corePolicies([]), pathsOf(ref, { partition }));
  const few = limitAttachments(
    scope,
    `length(${policies.arns}) + length(${ref.additionalPolicyArns}) + ${s3.count}`,
    'additional_policy_arns, regions and s3_buckets',
    coreAttachment(ref),
    { regions: ['us-east-2'] },
  );
  const managed = attachManagedPolicies(scope, role, policies, [...preconditions, few]);
  const additional = attachAdditionalPolicies(scope, role, ref.additionalPolicyArns, policies);
  const inline = embedInlinePolicies(scope, role, ref.inlinePolicies);
  const s3Attachments = attachEach(scope, 's3', role, s3.address, 'each.value.arn');
  const attached = arnsByKey(scope, managed, additional);
  keepOthersOff(scope, role, ref.exclusivePolicies, {
    attached: `concat(values(${attached}), values(${s3Attachments})[*].policy_arn)`,
    inline: `values(${inline})[*].name`,
  });
  return {
    attachedPolicyArns: `merge(${attached}, { for policy in ${s3.address} : policy.name => policy.arn })`,
    s3PolicyArns: `values(${s3.address})[*].arn`,
  };
}

function createS3PolicyOf(
  scope: Construct,
  ref: References<NodeInputs>,
  { roleName, partition, s3PolicyDescription }: NodeGrant,
): S3Policies {
  const name = local(
    scope,
    's3_policy_name',
    template(`${ref.s3PolicyName} == null ? "${template(roleName)}S3Policy" : ${ref.s3PolicyName}`),
  );
  return createS3Policy(scope, ref, {
    name,
    path: ref.path,
    tags: ref.tags,
    description: s3PolicyDescription,
    partition,
    otherKeys: ref.additionalPolicyArns,
    preconditions: [precondition(pathSuitsS3Policy, ref)],
  });
}
