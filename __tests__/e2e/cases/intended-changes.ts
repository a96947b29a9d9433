const PASSES = 'Automation passes its role to Systems Manager only';
const PEOPLE = 'people run automations and nothing else in Systems Manager';
const USE = 'own buckets grant what the use takes: listing to read, a key through S3, one ACL';
const TELLS = 'outputs tell the name, ARN and document of each policy that a module makes';

const because = (reason: string, ...changes: readonly string[]): Record<string, string> =>
  Object.fromEntries(changes.map((change) => [change, reason]));

/** The policy has another description, which IAM cannot change, so it is replaced; the group has it by an attachment. */
const accessOf = (module: string): Record<string, string> =>
  because(
    PEOPLE,
    `${module}.aws_iam_group_policy_attachment.full_access["operators"]: delete`,
    `${module}.aws_iam_group_policy_attachment.pass_role["operators"]: delete create`,
    `${module}.aws_iam_policy.pass_role: delete create`,
  );

/**
 * What an upgrade from the previous modules is meant to plan, with the reason:
 * `'module.full_hybrid.aws_iam_role.this: update': 'AWS asks for the new condition'`.
 * The upgrade test fails on a change that is not here, and on a record that no plan shows.
 */
export const INTENDED_CHANGES: Readonly<Record<string, string>> = {
  ...because(
    PASSES,
    'module.account.module.automation_service_role[0].aws_iam_role_policy.own: update',
    'module.full_automation.aws_iam_role_policy.own: update',
    'module.plain_automation.aws_iam_role_policy.own: update',
  ),
  ...accessOf('module.account.module.automation_user_access[0]'),
  ...accessOf('module.full_users'),
  ...accessOf('module.plain_users'),
  ...because(
    PEOPLE,
    'module.full_users.aws_iam_role_policy_attachment.full_access["existing"]: delete',
    'module.full_users.aws_iam_role_policy_attachment.pass_role["existing"]: delete create',
    'module.full_users.aws_iam_user_policy_attachment.full_access["jane"]: delete',
    'module.full_users.aws_iam_user_policy_attachment.pass_role["jane"]: delete create',
    'output.account_automation_user_access: update',
    'output.full_users_policy_arn: update',
    'output.plain_users_policy_arn: update',
  ),
  ...because(
    USE,
    'module.account.module.hybrid_service_role[0].aws_iam_policy.s3["buckets"]: update',
    'module.account.module.instance_profile[0].aws_iam_policy.s3["buckets"]: update',
    'module.full_hybrid.aws_iam_policy.s3["buckets"]: update',
    'module.full_profile.aws_iam_policy.s3["buckets"]: update',
    'module.full_s3.aws_iam_policy.s3["buckets"]: update',
    'output.full_s3_policy_documents: update',
  ),
  ...because(
    TELLS,
    'output.account_automation_service_role: update',
    'output.account_hybrid_service_role: update',
    'output.account_instance_profile: update',
  ),
};

/**
 * What calls of the previous modules gave, where inputs have another shape now: `account`. The call
 * is upgraded together with its inputs.
 */
export const PREVIOUS_INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
