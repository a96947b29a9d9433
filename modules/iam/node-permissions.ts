import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import type { Requirement } from '../../generator/requirements';
import { attachCorePermissions } from './core-permissions';
import type { corePermissionInputs } from './core-permissions';
import { policyPath } from './names';
import type { roleInputs } from './role';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachEach,
  embedInlinePolicies,
} from './role-policies';
import type { s3Inputs, s3PolicyNameInput } from './s3-inputs';
import { asksForS3Policy, createS3Policy } from './s3-policy';

/** The inputs that say what a managed node's role may do. */
type NodeInputs = typeof corePermissionInputs &
  typeof s3Inputs &
  Pick<ReturnType<typeof roleInputs>, 'additionalPolicyArns' | 'inlinePolicies' | 'path' | 'tags'> &
  typeof s3PolicyNameInput;

/** The S3 policy shares the role's path, and IAM takes fewer characters there. */
const pathSuitsS3Policy: Requirement<NodeInputs> = {
  code: 'PolicyPath',
  about: ['path', 'regions', 's3Buckets'],
  message: (name, got) =>
    `${name('path')} ${policyPath.must} where ${name('regions')} or ${name('s3Buckets')} ask for an S3 policy, got ${got('path')}; ${policyPath.remedy}`,
  accepts: ({ path, regions, s3Buckets }) =>
    [regions, s3Buckets].flat().length === 0 || policyPath.accepts(path as string),
  condition: (ref) => policyPath.condition(ref.path),
};

/** What the inputs of a node's role have to fulfil together. */
export const nodeRequirements = [pathSuitsS3Policy];

export interface NodeGrant {
  /** Expression of the role's name. */
  readonly role: string;
  /** Expression of the partition. */
  readonly partition: string;
  readonly s3PolicyDescription: string;
  /** What else has to hold, whatever the inputs attach. */
  readonly preconditions?: readonly Precondition[];
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
  const managed = attachCorePermissions(
    scope,
    ref,
    grant.role,
    grant.partition,
    grant.preconditions,
  );
  const additional = attachAdditionalPolicies(scope, grant.role, ref.additionalPolicyArns);
  embedInlinePolicies(scope, grant.role, ref.inlinePolicies);
  const s3 = createS3Policy(scope, ref, {
    name: `${ref.s3PolicyName} == null ? "${template(grant.role)}S3Policy" : ${ref.s3PolicyName}`,
    path: ref.path,
    tags: ref.tags,
    description: grant.s3PolicyDescription,
    partition: grant.partition,
    wanted: asksForS3Policy(ref),
    preconditions: [precondition(pathSuitsS3Policy, ref)],
  });
  attachEach(scope, 's3', grant.role, s3, 'each.value.arn');
  return {
    attachedPolicyArns: `merge(${arnsByKey(managed, additional)}, { for policy in ${s3} : policy.name => policy.arn })`,
    s3PolicyArns: `[for policy in ${s3} : policy.arn]`,
  };
}
