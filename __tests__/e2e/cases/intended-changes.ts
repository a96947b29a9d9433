const PASSES = 'Automation passes the role of the instance profile on only if that is asked for';
const OWN_S3_POLICIES = 'each role of managed nodes makes its own S3 policies';

/**
 * What an upgrade from the previous modules is meant to plan, with the reason:
 * `'module.full_hybrid.aws_iam_role.this: update': 'AWS asks for the new condition'`.
 * The upgrade test fails on a change that is not here, and on a record that no plan shows.
 */
export const INTENDED_CHANGES: Readonly<Record<string, string>> = {
  'module.account.module.automation_service_role[0].aws_iam_role_policy.own: update': PASSES,
  ...Object.fromEntries(
    ['hybrid_service_role', 'instance_profile'].flatMap((role) => {
      const module = `module.account.module.${role}[0]`;
      const attachment = `${module}.aws_iam_role_policy_attachment`;
      return [
        [`${module}.aws_iam_policy.s3["agent"]: create`, OWN_S3_POLICIES],
        [`${attachment}.s3["agent"]: create`, OWN_S3_POLICIES],
        [`${attachment}.additional["shared-s3-agent"]: delete`, OWN_S3_POLICIES],
        [`output.account_${role}: update`, OWN_S3_POLICIES],
      ];
    }),
  ),
  // the other role had the buckets alone
  'module.account.module.hybrid_service_role[0].aws_iam_policy.s3["buckets"]: create':
    OWN_S3_POLICIES,
  'module.account.module.hybrid_service_role[0].aws_iam_role_policy_attachment.s3["buckets"]: create':
    OWN_S3_POLICIES,
  'module.account.module.s3_access_policy[0].aws_iam_policy.s3["agent"]: delete': OWN_S3_POLICIES,
  'output.account_s3_policy_arns: update': OWN_S3_POLICIES,
};

/**
 * What calls of the previous modules gave, where inputs have another shape now: `account`. The call
 * is upgraded together with its inputs.
 */
export const PREVIOUS_INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  account: {
    name_prefix: 'account-',
    regions: ['us-east-2'],
    automation_service_role: {},
    automation_user_access: { groups: ['operators'] },
    hybrid_service_role: {},
    instance_profile: { s3_buckets: [{ name: 'example-own', access: 'read', encrypted: false }] },
  },
};
