const KINDS = 'S3 access comes in policies of two kinds, which keys and names say: decision 17';

type Keys = readonly string[];

/** One policy goes, and those of the kinds that are asked for come, each with its attachments. */
const kinds = (addresses: Keys, keys: Keys, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    addresses.flatMap((address) => [
      [`${address}["${prefix}1"]: delete`, KINDS],
      ...keys.map((key) => [`${address}["${prefix}${key}"]: create`, KINDS]),
    ]),
  ) as Record<string, string>;

const policy = (module: string): string => `module.${module}.aws_iam_policy.s3`;
const attached = (module: string, by = 's3'): string =>
  `module.${module}.aws_iam_role_policy_attachment.${by}`;
const outputs = (...names: Keys): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`output.${name}: update`, KINDS]));

const HYBRID = 'account.module.hybrid_service_role[0]';
const PROFILE = 'account.module.instance_profile[0]';
const BOTH = ['agent', 'buckets'];

/**
 * What an upgrade from the previous modules is meant to plan, with the reason:
 * `'module.full_hybrid.aws_iam_role.this: update': 'AWS asks for the new condition'`.
 * The upgrade test fails on a change that is not here, and on a record that no plan shows.
 */
export const INTENDED_CHANGES: Readonly<Record<string, string>> = {
  ...kinds([policy('account.module.s3_access_policy[0]'), policy('plain_s3')], ['agent']),
  ...kinds(
    [attached(HYBRID, 'additional'), attached(PROFILE, 'additional')],
    ['agent'],
    'shared-s3-',
  ),
  ...kinds([policy(PROFILE), attached(PROFILE)], ['buckets']),
  ...['full_hybrid', 'full_profile'].reduce(
    (all, module) => ({ ...all, ...kinds([policy(module), attached(module)], BOTH) }),
    kinds([policy('full_s3')], BOTH),
  ),
  ...outputs(
    'account_hybrid_service_role',
    'account_instance_profile',
    'account_s3_policy_arns',
    'full_hybrid_attached_policy_arns',
    'full_hybrid_s3_policy_arns',
    'full_profile_attached_policy_arns',
    'full_profile_s3_policy_arns',
    'full_s3_policy_arns',
    'full_s3_policy_documents',
    'plain_s3_policy_arns',
  ),
};
