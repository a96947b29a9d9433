import { MODULES } from '../harness/workspace';

export const ANYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
});
const NOBODY = JSON.stringify({ Version: '2012-10-17', Statement: [] });

/** Things made in the same apply, whose names and ARNs nobody knows before. */
export const made = {
  aws_iam_policy: { made: { name_prefix: 'made-', policy: ANYTHING } },
  aws_iam_role: { made: { name_prefix: 'made-', assume_role_policy: NOBODY } },
  aws_s3_bucket: { made: { bucket_prefix: 'made-' } },
  aws_kms_key: { made: { deletion_window_in_days: 7 } },
  terraform_data: {
    function: { input: 'arn:aws:lambda:us-east-2:123456789012:function:restart' },
    access: { input: 'write' },
    folder: { input: 'logs' },
    yes: { input: true },
    region: { input: 'us-east-2' },
    list: { input: 'current' },
    name: { input: 'Unknown' },
    node: { input: 'i-02573cafcfEXAMPLE' },
    service: { input: 'events.amazonaws.com' },
    core: { input: 'AmazonSSMManagedInstanceCore' },
    partition: { input: 'aws' },
    account: { input: '123456789012' },
  },
};

export const later = (name: string): string => `\${terraform_data.${name}.output}`;

const role = {
  additional_policy_arns: { made: '${aws_iam_policy.made.arn}' },
  permissions_boundary: '${aws_iam_policy.made.arn}',
  trusted_services: [later('service')],
};
/** Everything about a bucket may be unknown. */
export const s3 = {
  regions: ['us-east-2'],
  s3_buckets: [
    {
      name: '${aws_s3_bucket.made.bucket}',
      prefix: later('folder'),
      access: later('access'),
      list: later('yes'),
      cross_account: later('yes'),
      encrypted: later('yes'),
      kms_key_arn: '${aws_kms_key.made.arn}',
    },
  ],
};

export const modules = {
  automation: {
    ...role,
    source: `${MODULES}/automation-service-role`,
    pass_role_arns: ['${aws_iam_role.made.arn}', '${module.profile.role_arn}'],
    pass_itself_to_services: ['ssm.amazonaws.com', later('service')],
    lambda_function_arns: ['${terraform_data.function.output}'],
  },
  users: {
    source: `${MODULES}/automation-user-access`,
    automation_role_arn: '${module.automation.role_arn}',
    documents: [later('name'), 'Restart'],
    roles: ['${module.automation.role_name}'],
  },
  sessions: {
    source: `${MODULES}/session-manager-user-access`,
    instance_tags: { Team: later('name') },
    regions: [later('region')],
    documents: [later('name'), 'Restart'],
    kms_key_arns: ['${aws_kms_key.made.arn}'],
    roles: ['${module.automation.role_name}'],
  },
  named_sessions: {
    source: `${MODULES}/session-manager-user-access`,
    policy_name: 'NamedSessions',
    instance_ids: [later('node')],
    administrator: later('yes'),
    roles: ['${module.automation.role_name}'],
  },
  planners: {
    source: `${MODULES}/maintenance-window-user-access`,
    maintenance_window_role_arn: '${aws_iam_role.made.arn}',
    pass_role_services: ['ssm.amazonaws.com', later('service')],
    roles: ['${module.automation.role_name}'],
  },
  hybrid: { ...role, ...s3, source: `${MODULES}/hybrid-service-role` },
  profile: { ...role, ...s3, source: `${MODULES}/instance-profile` },
  added: {
    ...s3,
    source: `${MODULES}/instance-profile`,
    create_role: false,
    existing_role_name: '${aws_iam_role.made.name}',
    create_instance_profile: true,
  },
  added_without_core: {
    source: `${MODULES}/instance-profile`,
    create_role: false,
    existing_role_name: '${aws_iam_role.made.name}',
    core_policy: null,
    cloudwatch_agent: true,
  },
  s3: { ...s3, source: `${MODULES}/s3-access-policy`, policy_name: 'Buckets' },
};
