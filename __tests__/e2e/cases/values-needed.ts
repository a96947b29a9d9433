import { ANYTHING, later } from './unknown-values';

const ACCESS = {
  module: 'automation-user-access',
  automation_role_arn: 'arn:aws:iam::123456789012:role/Automation',
};

interface Entry {
  /** What docs/terraform.md says must be known. */
  readonly needed: string;
  readonly module: string;
  /** Inputs in which it is unknown, and the same with it known. */
  readonly unknown: object;
  readonly known: object;
}

const policy = (key: string): string => `\${{ "${key}" = ${JSON.stringify(ANYTHING)} }}`;
const policyArn = 'arn:aws:iam::123456789012:policy/Own';

/** The list of docs/terraform.md, "Values that are not known until apply". */
export const NEEDED: readonly Entry[] = [
  {
    needed: 'the regions',
    module: 'instance-profile',
    unknown: { regions: [later('region'), 'us-west-2'] },
    known: { regions: ['us-east-2', 'us-west-2'] },
  },
  {
    needed: 'the choice of agent buckets, with regions',
    module: 'instance-profile',
    unknown: { regions: ['us-east-2'], agent_buckets: later('list') },
    known: { regions: ['us-east-2'], agent_buckets: 'current' },
  },
  {
    needed: 'how many buckets there are',
    module: 'instance-profile',
    unknown: {
      s3_buckets:
        '${[for name in toset([terraform_data.name.output]) : { name = name } if name != "x"]}',
    },
    known: { s3_buckets: [{ name: later('name') }] },
  },
  {
    needed: 'keys of additional_policy_arns',
    module: 'instance-profile',
    unknown: { additional_policy_arns: `\${{ (terraform_data.name.output) = "${policyArn}" }}` },
    known: { additional_policy_arns: { own: later('name') } },
  },
  ...(['session_log_group_arns', 'session_kms_key_arns'] as const).map((input) => ({
    needed: `whether ${input} is empty`,
    module: 'hybrid-service-role',
    unknown: { [input]: '${[for arn in toset([terraform_data.name.output]) : arn if arn != "x"]}' },
    known: { [input]: [] },
  })),
  {
    needed: 'keys of inline_policies',
    module: 'instance-profile',
    unknown: { inline_policies: policy('${terraform_data.name.output}') },
    known: { inline_policies: { own: later('name') } },
  },
  {
    needed: 'names of users',
    ...ACCESS,
    unknown: { ...ACCESS, users: [later('name')] },
    known: { ...ACCESS, users: ['jane'] },
  },
  {
    needed: 'names of groups',
    ...ACCESS,
    unknown: { ...ACCESS, groups: [later('name')] },
    known: { ...ACCESS, groups: ['operators'] },
  },
  {
    needed: 'names of roles',
    ...ACCESS,
    unknown: { ...ACCESS, roles: [later('name')] },
    known: { ...ACCESS, roles: ['operator'] },
  },
  {
    needed: 'the access',
    ...ACCESS,
    unknown: { ...ACCESS, access: later('access'), users: ['jane'] },
    known: { ...ACCESS, access: 'full', documents: [], users: ['jane'] },
  },
  {
    needed: 'the access',
    module: 'user-access',
    unknown: { access: later('access'), users: ['jane'] },
    known: { access: 'aws-read-only', users: ['jane'] },
  },
  {
    needed: 'how many roles may be passed',
    module: 'user-access',
    unknown: {
      access: null,
      pass_role_arns: '${[for name in toset([terraform_data.name.output]) : name if name != "x"]}',
    },
    known: { access: null, pass_role_arns: [later('role'), '${aws_iam_role.made.arn}'] },
  },
  {
    needed: 'the core policy',
    module: 'instance-profile',
    unknown: { core_policy: later('core') },
    known: { core_policy: 'AmazonEC2RoleforSSM' },
  },
  {
    needed: 'the core policy',
    module: 'automation-service-role',
    unknown: { core_policy: later('core') },
    known: { core_policy: null },
  },
  {
    needed: 'the partition, if given',
    module: 'instance-profile',
    unknown: { partition: later('partition') },
    known: { partition: 'aws' },
  },
  {
    needed: 'the account, if given',
    module: 'hybrid-service-role',
    unknown: { account_id: later('account') },
    known: { account_id: '123456789012' },
  },
  {
    needed: 'switches',
    module: 'instance-profile',
    unknown: { cloudwatch_agent: later('yes') },
    known: { cloudwatch_agent: true },
  },
  {
    needed: 'switches',
    module: 'default-host-management',
    unknown: { enabled: later('yes') },
    known: { enabled: true },
  },
];
