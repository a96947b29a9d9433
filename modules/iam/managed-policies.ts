import type { Expr, MapOf } from '../../generator/expression';
import type { AttachedPolicy, Term, When } from './permissions/model';

/**
 * AWS managed policies that the guide attaches, and where they live: the path
 * after `policy/` matters, a wrong one is refused only at apply.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const MANAGED_POLICY_PATHS = {
  AmazonEC2RoleforSSM: 'service-role/AmazonEC2RoleforSSM',
  AmazonSSMAutomationRole: 'service-role/AmazonSSMAutomationRole',
  AmazonSSMDirectoryServiceAccess: 'AmazonSSMDirectoryServiceAccess',
  AmazonSSMFullAccess: 'AmazonSSMFullAccess',
  AmazonSSMManagedEC2InstanceDefaultPolicy: 'AmazonSSMManagedEC2InstanceDefaultPolicy',
  AmazonSSMManagedInstanceCore: 'AmazonSSMManagedInstanceCore',
  AmazonSSMReadOnlyAccess: 'AmazonSSMReadOnlyAccess',
  AWSLambdaRole: 'service-role/AWSLambdaRole',
  AWSQuickSetupPatchPolicyBaselineAccess: 'AWSQuickSetupPatchPolicyBaselineAccess',
  CloudWatchAgentServerPolicy: 'CloudWatchAgentServerPolicy',
} as const;

/** All that the guide names, attached by a module or by nobody but the caller. */
export const GUIDE_POLICY_PATHS = {
  ...MANAGED_POLICY_PATHS,
  AmazonSSMAutomationApproverAccess: 'AmazonSSMAutomationApproverAccess',
  AmazonSSMMaintenanceWindowRole: 'service-role/AmazonSSMMaintenanceWindowRole',
  AmazonSSMPatchAssociation: 'AmazonSSMPatchAssociation',
  CloudWatchAgentAdminPolicy: 'CloudWatchAgentAdminPolicy',
} as const;

export type ManagedPolicy = keyof typeof MANAGED_POLICY_PATHS;

/** The AWS managed policies of a role. */
export interface ManagedPolicies {
  /** Policy name => ARN. */
  readonly arns: Expr<MapOf<string>>;
  /** What attaches them, as the caller calls it: `core_policy or cloudwatch_agent`. */
  readonly by: string;
  /** One that is attached by default. */
  readonly example: ManagedPolicy;
}

/** A policy of AWS that a module attaches. */
export interface Attached {
  readonly policy: ManagedPolicy;
  readonly when?: readonly When[];
  readonly reason: string;
  readonly see: string;
}

/** Attaches one of AWS's policies. */
export function attaches(
  { policy, when = [], reason, see }: Attached,
  grantedTo: readonly Term[] = [],
  address = 'aws_iam_role_policy_attachment.managed',
): AttachedPolicy & { readonly managed_policy: ManagedPolicy } {
  return {
    id: policy,
    kind: 'attached-policy',
    address,
    when,
    granted_to: grantedTo,
    policy_arn: `arn:\${partition}:iam::aws:policy/${MANAGED_POLICY_PATHS[policy]}`,
    managed_policy: policy,
    reason,
    see,
  };
}
