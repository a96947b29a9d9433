/** Texts that mean something to Terraform, JSON or IAM, where they are allowed. */

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::${aws:username}/$${x}/%{if}/é"\\<&>*?${*}',
    },
  ],
});
const texts = {
  description: 'say "${path.module}" %{ if true } $${x} %%{y} \\ \\n *',
  inline_policies: { 'a@b=c': `\n\t${DOCUMENT}` },
  additional_policy_arns: { '${each.key} %{x} "*"': 'arn:aws:iam::123456789012:policy/a/B+=,.@-' },
  tags: { 'aws is fine.:/=+-@ é': 'x aws:y', กำ: '' },
};
const PATH = '/a.b/+=,.@-_/';
const s3 = {
  regions: ['us-east-2'],
  s3_buckets: [
    {
      name: 'a.b-c',
      prefix: "_!.'()=+,@:;- /x",
      kms_key_arn: 'arn:aws:kms:us-east-2:123456789012:key/mrk-12ab',
    },
    { name: 'two', access: 'write', encrypted: false, prefix: '-/' },
  ],
};
const name = 'a_+=,.@-Z';

/** A module, and inputs that it takes. */
export const HOSTILE_TEXTS: readonly (readonly [module: string, inputs: object])[] = [
  ['hybrid-service-role', { ...texts, path: '/+=,.@-_/', role_name: name }],
  ['hybrid-service-role', { ...texts, ...s3, path: '/+=,.@-_/', s3_policy_name: name }],
  ['instance-profile', { ...texts, path: PATH, instance_profile_name: name }],
  ['instance-profile', { ...texts, ...s3 }],
  [
    'automation-service-role',
    { ...texts, path: PATH, role_name: name, account_id: '000000000001' },
  ],
  [
    'automation-service-role',
    {
      ...texts,
      path: '/-/',
      pass_role_services: ['ec2.amazonaws.com'],
      pass_role_arns: [`arn:aws:iam::123456789012:role/${name}`],
      lambda_function_arns: ['arn:aws:lambda:us-east-2:123456789012:function:a_-:$LATEST'],
      cloudwatch_alarm_arns: [
        'arn:aws:cloudwatch:us-east-2:123456789012:alarm:a "b" \\ %{if} <>&{x}',
      ],
    },
  ],
  [
    'automation-administration-role',
    { ...texts, path: PATH, role_name: name, execution_role_name: `a.b/+=,.@-_/${name}` },
  ],
  [
    'automation-execution-role',
    {
      ...texts,
      path: PATH,
      role_name: name,
      administration_account_id: '000000000001',
      administration_role_name: `a.b/+=,.@-_/${name}`,
    },
  ],
  [
    'automation-user-access',
    {
      automation_role_arn: `arn:aws:iam::123456789012:role/${name}/${name}`,
      users: [name],
      groups: [name],
      roles: [name],
      access: 'automation',
      documents: ['a_.-Z'],
      pass_role_services: [],
      policy_name: name,
      path: '/+=,.@-_/',
      tags: texts.tags,
    },
  ],
  [
    'parameter-store-access',
    {
      users: [name],
      access: 'administer',
      paths: ['/-', '/_/.'],
      names: ['-', 'a_.-Z/9', '/.'],
      kms_key_arns: ['arn:aws:kms:us-east-2:123456789012:key/mrk-12ab'],
      policy_name: name,
      path: '/+=,.@-_/',
      tags: texts.tags,
    },
  ],
  [
    'user-access',
    {
      groups: [name],
      access: null,
      pass_role_arns: [`arn:aws:iam::123456789012:role/${name}/${name}`],
      policy_name: name,
      path: '/+=,.@-_/',
      tags: texts.tags,
    },
  ],
  [
    'maintenance-window-user-access',
    {
      maintenance_window_role_arn: `arn:aws:iam::123456789012:role/${name}/${name}`,
      pass_role_services: [],
      users: [name],
      groups: [name],
      roles: [name],
      policy_name: name,
      path: '/+=,.@-_/',
      tags: texts.tags,
    },
  ],
  ['default-host-management', { ...texts, path: '/+=,.@-_/', role_name: name, enabled: false }],
  [
    'maintenance-window-role',
    {
      ...texts,
      path: PATH,
      role_name: name,
      automation: true,
      lambda_function_arns: ['arn:aws:lambda:us-east-2:123456789012:function:a_-:$LATEST'],
      state_machine_arns: ['arn:aws:states:us-east-2:123456789012:stateMachine:a_-'],
      pass_role_arns: [`arn:aws:iam::123456789012:role/${name}`],
    },
  ],
  [
    'notification-role',
    {
      ...texts,
      path: '/-/',
      role_name: name,
      topic_arns: ['arn:aws:sns:us-east-2:123456789012:a_-'],
      kms_key_arns: ['arn:aws:kms:us-east-2:123456789012:key/mrk-12ab'],
    },
  ],
  [
    'session-manager-user-access',
    {
      instance_tags: { 'aws is fine.:/=+-@ é': 'x aws:y', _: '' },
      regions: ['ap-southeast-2'],
      documents: ['a_.-Z', 'AWS-_.-'],
      kms_key_arns: ['arn:aws:kms:us-east-2:123456789012:key/mrk-12ab'],
      users: [name],
      groups: [name],
      roles: [name],
      own_sessions: 'any-identity',
      policy_name: name,
      path: '/+=,.@-_/',
      tags: texts.tags,
    },
  ],
  ['s3-access-policy', { ...s3, description: texts.description, tags: texts.tags }],
];
