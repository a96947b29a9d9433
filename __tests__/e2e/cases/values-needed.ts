import { ANYTHING, later } from './unknown-values';

/** What docs/terraform.md says must be known, inputs in which it is unknown, and the same with it known. */
type Entry = readonly [needed: string, module: string, unknown: object, known: object];

const policy = (key: string): string => `\${{ "${key}" = ${JSON.stringify(ANYTHING)} }}`;
const policyArn = 'arn:aws:iam::123456789012:policy/Own';
const arnAsKey = `\${{ (terraform_data.name.output) = "${policyArn}" }}`;
/** A list of nobody knows how many. */
const some = (value = 'x'): string =>
  `\${[for x in toset([terraform_data.name.output]) : ${value} if x != "x"]}`;

const nodes = (needed: string, ...inputs: readonly [unknown: object, known: object]): Entry => [
  needed,
  'instance-profile',
  ...inputs,
];
const automation_role_arn = 'arn:aws:iam::123456789012:role/Automation';
const runners = (needed: string, unknown: object, known: object): Entry => [
  needed,
  'automation-user-access',
  { automation_role_arn, ...unknown },
  { automation_role_arn, ...known },
];
const users = ['jane'];
const regions = ['us-east-2'];

/** The list of docs/terraform.md, "Values that are not known until apply". */
export const NEEDED: readonly Entry[] = [
  nodes(
    'the regions',
    { regions: [later('region'), 'us-west-2'] },
    { regions: [...regions, 'us-west-2'] },
  ),
  nodes(
    'the choice of agent buckets, with regions',
    { regions, agent_buckets: later('list') },
    { regions, agent_buckets: 'current' },
  ),
  nodes(
    'how many buckets there are',
    { s3_buckets: some('{ name = x }') },
    { s3_buckets: [{ name: later('name') }] },
  ),
  nodes(
    'keys of additional_policy_arns',
    { additional_policy_arns: arnAsKey },
    { additional_policy_arns: { own: later('name') } },
  ),
  ...['session_log_group_arns', 'session_kms_key_arns'].map((input): Entry => [
    `whether ${input} is empty`,
    'hybrid-service-role',
    { [input]: some() },
    { [input]: [] },
  ]),
  nodes(
    'keys of inline_policies',
    { inline_policies: policy('${terraform_data.name.output}') },
    { inline_policies: { own: later('name') } },
  ),
  runners('names of users', { users: [later('name')] }, { users }),
  runners('names of groups', { groups: [later('name')] }, { groups: ['operators'] }),
  runners('names of roles', { roles: [later('name')] }, { roles: ['operator'] }),
  runners(
    'the access',
    { access: later('access'), users },
    { access: 'full', documents: [], users },
  ),
  [
    'the access',
    'user-access',
    { access: later('access'), users },
    { access: 'aws-read-only', users },
  ],
  [
    'how many roles may be passed',
    'user-access',
    { access: null, pass_role_arns: some() },
    { access: null, pass_role_arns: [later('role'), '${aws_iam_role.made.arn}'] },
  ],
  nodes('the core policy', { core_policy: later('core') }, { core_policy: 'AmazonEC2RoleforSSM' }),
  [
    'the core policy',
    'automation-service-role',
    { core_policy: later('core') },
    { core_policy: null },
  ],
  nodes('the partition, if given', { partition: later('partition') }, { partition: 'aws' }),
  [
    'the account, if given',
    'hybrid-service-role',
    { account_id: later('account') },
    { account_id: '123456789012' },
  ],
  nodes('switches', { cloudwatch_agent: later('yes') }, { cloudwatch_agent: true }),
  ['switches', 'default-host-management', { enabled: later('yes') }, { enabled: true }],
];
