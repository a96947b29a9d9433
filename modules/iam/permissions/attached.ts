import { awsPage } from '../aws-pages';
import { managedPolicyArn } from '../managed-policies';
import type { ManagedPolicy } from '../managed-policies';
import { MANAGED_POLICIES_AS_OF, MANAGED_POLICY_STATEMENTS } from './managed-policy-statements';
import { is, isNot } from './model';
import type { AttachedPolicy, Permission, PermissionsModel, Term, When } from './model';

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
  grantedTo: readonly Term[],
  address = 'aws_iam_role_policy_attachment.managed',
): AttachedPolicy {
  return {
    id: policy,
    kind: 'attached-policy',
    address,
    when,
    granted_to: grantedTo,
    policy_arn: managedPolicyArn('partition', policy),
    managed_policy: policy,
    reason,
    see,
  };
}

/** What the caller may add to any role, and bound it with. */
export function callersPermissions(
  grantedTo: readonly Term[],
  boundedWhen: readonly When[] = [],
): Permission[] {
  const see = awsPage.policyGrammar;
  return [
    {
      id: 'additional_policy_arns',
      kind: 'attached-policy',
      address: 'aws_iam_role_policy_attachment.additional',
      when: [],
      for_each: 'additional_policy_arns',
      granted_to: grantedTo,
      policy_arn: '${each.value}',
      reason: 'A managed policy of your choice.',
      see,
    },
    {
      id: 'inline_policies',
      kind: 'embedded-document',
      address: 'aws_iam_role_policy.inline',
      when: [],
      for_each: 'inline_policies',
      granted_to: grantedTo,
      document: '${each.value}',
      reason: 'A policy document of yours, embedded as it is.',
      see,
    },
    {
      id: 'permissions_boundary',
      kind: 'boundary',
      address: 'aws_iam_role.this',
      when: [isNot('permissions_boundary', null), ...boundedWhen],
      granted_to: grantedTo,
      policy_arn: '${permissions_boundary}',
      reason: 'Grants nothing: what this policy does not allow, nothing else grants either.',
      see: awsPage.boundaries,
    },
  ];
}

const CORE = 'AmazonSSMManagedInstanceCore';
const DEPRECATED_CORE = 'AmazonEC2RoleforSSM';

/** The policies of AWS that any managed node may need. */
const NODE_POLICIES: readonly Attached[] = [
  {
    policy: CORE,
    when: [is('core_policy', CORE)],
    reason:
      'What SSM Agent needs for the core functions of Systems Manager. It may read every parameter of Parameter Store.',
    see: awsPage.instanceProfile,
  },
  {
    policy: DEPRECATED_CORE,
    when: [is('core_policy', DEPRECATED_CORE)],
    reason:
      'Deprecated by AWS, for it allows reading and writing every S3 bucket; for agents and runbooks that cannot do without yet.',
    see: awsPage.managedPolicies,
  },
  {
    policy: 'AmazonSSMDirectoryServiceAccess',
    when: [is('directory_service', true)],
    reason: 'The agent joins the node to a Microsoft AD directory.',
    see: awsPage.instanceProfile,
  },
  {
    policy: 'CloudWatchAgentServerPolicy',
    when: [is('cloudwatch_agent', true)],
    reason: 'The CloudWatch agent on the node writes metrics and logs.',
    see: awsPage.instanceProfile,
  },
];

export const nodePolicies = (grantedTo: readonly Term[]): Permission[] =>
  NODE_POLICIES.map((attached) => attaches(attached, grantedTo));

/** A module's permissions with what they refer to. */
export function permissionsModel(
  permissions: readonly Permission[],
  tables: PermissionsModel['tables'] = {},
): PermissionsModel {
  const names = permissions.flatMap((one) =>
    one.kind === 'attached-policy' && one.managed_policy !== undefined ? [one.managed_policy] : [],
  );
  return {
    permissions,
    tables,
    managed_policies: Object.fromEntries(
      names.map((name) => [
        name,
        {
          as_of: MANAGED_POLICIES_AS_OF,
          statements: MANAGED_POLICY_STATEMENTS[name as ManagedPolicy],
        },
      ]),
    ),
  };
}
