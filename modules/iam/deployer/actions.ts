import type { DeployerStatement } from '../../../contract/deployer';

/** Actions by the step that needs them; what plan needs, every step needs. */
export type Actions = DeployerStatement['actions'];

const actions = (of: Partial<Actions>): Actions => ({
  plan: [],
  create: [],
  update: [],
  destroy: [],
  ...of,
});

const POLICY = actions({
  plan: ['iam:GetPolicy', 'iam:GetPolicyVersion'],
  create: ['iam:CreatePolicy', 'iam:TagPolicy'],
  update: [
    'iam:CreatePolicyVersion',
    'iam:DeletePolicyVersion',
    'iam:ListPolicyVersions',
    'iam:TagPolicy',
    'iam:UntagPolicy',
  ],
  destroy: ['iam:DeletePolicy', 'iam:DeletePolicyVersion', 'iam:ListPolicyVersions'],
});

const INLINE_POLICY = actions({
  plan: ['iam:GetRolePolicy'],
  create: ['iam:PutRolePolicy'],
  update: ['iam:PutRolePolicy'],
  destroy: ['iam:DeleteRolePolicy'],
});

const ATTACHMENT = actions({
  plan: ['iam:ListAttachedRolePolicies'],
  create: ['iam:AttachRolePolicy'],
  destroy: ['iam:DetachRolePolicy'],
});

const PASS_ROLE = actions({ create: ['iam:PassRole'] });

/**
 * What the AWS provider calls for a type of resource or data source, or for one at an address, by
 * the statement that allows it: `targets.ts` says on what. The end-to-end test of the deployer's
 * policy records the calls.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const ACTIONS = {
  aws_iam_group_policy_attachment: {
    Groups: actions({
      plan: ['iam:ListAttachedGroupPolicies'],
      create: ['iam:AttachGroupPolicy'],
      destroy: ['iam:DetachGroupPolicy'],
    }),
  },
  aws_iam_instance_profile: {
    InstanceProfiles: actions({
      plan: ['iam:GetInstanceProfile'],
      create: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:TagInstanceProfile',
      ],
      update: ['iam:TagInstanceProfile', 'iam:UntagInstanceProfile'],
      destroy: ['iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
    }),
    RoleOfInstanceProfile: actions({ plan: ['iam:GetRole'] }),
    PassRoleToEC2: PASS_ROLE,
  },
  aws_iam_policy: { Policies: POLICY },
  'aws_iam_policy.s3': { S3Policies: POLICY },
  aws_iam_role: {
    Roles: actions({
      plan: [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ],
      create: ['iam:CreateRole', 'iam:TagRole'],
      update: [
        'iam:DeleteRolePermissionsBoundary',
        'iam:PutRolePermissionsBoundary',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      destroy: ['iam:DeleteRole', 'iam:ListInstanceProfilesForRole'],
    }),
  },
  aws_iam_role_policy: { Roles: INLINE_POLICY, ExistingRoles: INLINE_POLICY },
  aws_iam_role_policy_attachment: { Roles: ATTACHMENT, ExistingRoles: ATTACHMENT },
  aws_iam_user_policy_attachment: {
    Users: actions({
      plan: ['iam:ListAttachedUserPolicies'],
      create: ['iam:AttachUserPolicy'],
      destroy: ['iam:DetachUserPolicy'],
    }),
  },
  aws_ssm_service_setting: {
    ServiceSetting: actions({
      plan: ['ssm:GetServiceSetting'],
      create: ['ssm:UpdateServiceSetting'],
      destroy: ['ssm:ResetServiceSetting'],
    }),
    PassRoleToSystemsManager: PASS_ROLE,
  },
  // sts:GetCallerIdentity needs no permission, the others call nothing
  'data.aws_caller_identity': {},
  'data.aws_partition': {},
  'data.aws_region': {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Actions>>>>;

type OfTypes = (typeof ACTIONS)[keyof typeof ACTIONS];
type KeyOf<T> = T extends unknown ? keyof T : never;

/** A statement of the policy, by its name. */
export type Sid = KeyOf<OfTypes>;

/**
 * The actions for a resource or data source, by statement.
 *
 * @throws Error if nobody has said what its type needs
 */
export function actionsOf(address: string): Readonly<Partial<Record<Sid, Actions>>> {
  const type = address.replace(/\.[^.]+$/, '');
  const known: Readonly<Record<string, Readonly<Partial<Record<Sid, Actions>>>>> = ACTIONS;
  const found = known[address] ?? known[type];
  if (found === undefined) {
    throw new Error(`deployer/actions.ts must say what ${type} needs`);
  }
  return found;
}
