/** Texts that mean something to Terraform, JSON or IAM, where they are allowed. */

import { ownRole } from './account';
import { allow, written } from './statements';

const DOCUMENT = written(
  allow('s3:GetObject', 'arn:aws:s3:::${aws:username}/$${x}/%{if}/é"\\<&>*?${*}'),
);
const texts = {
  description: 'say "${path.module}" %{ if true } $${x} %%{y} \\ \\n *',
  inline_policies: { 'a@b=c': `\n\t${DOCUMENT}` },
  additional_policy_arns: { '${each.key} %{x} "*"': 'arn:aws:iam::123456789012:policy/a/B+=,.@-' },
  tags: { 'aws is fine.:/=+-@ é': 'x aws:y', กำ: '' },
};
const PATH = '/a.b/+=,.@-_/';
const KEY = 'arn:aws:kms:us-east-2:123456789012:key/mrk-12ab';
const s3 = {
  regions: ['us-east-2'],
  s3_buckets: [
    {
      name: 'a.b-c',
      prefix: "_!.'()=+,@:;- /x",
      kms_key_arn: KEY,
    },
    { name: 'two', access: 'write', encrypted: false, prefix: '-/' },
  ],
};
const name = 'a_+=,.@-Z';
const SHORT_PATH = '/+=,.@-_/';
const FUNCTIONS = ['arn:aws:lambda:us-east-2:123456789012:function:a_-:$LATEST'];
const people = {
  ...{ users: [name], groups: [name], roles: [name] },
  ...{ policy_name: name, path: SHORT_PATH, tags: texts.tags },
};
const role = { ...texts, path: PATH, role_name: name };

/** A module, and inputs that it takes. */
export const HOSTILE_TEXTS: readonly (readonly [module: string, inputs: object])[] = [
  ['hybrid-service-role', { ...role, path: SHORT_PATH }],
  ['hybrid-service-role', { ...texts, ...s3, path: SHORT_PATH, s3_policy_name: name }],
  ['instance-profile', { ...texts, path: PATH, instance_profile_name: name }],
  ['instance-profile', { ...texts, ...s3 }],
  ['automation-service-role', { ...role, account_id: '000000000001' }],
  [
    'automation-service-role',
    {
      ...texts,
      path: '/-/',
      pass_role_services: ['ec2.amazonaws.com'],
      pass_role_arns: [ownRole(name)],
      lambda_function_arns: FUNCTIONS,
      cloudwatch_alarm_arns: [
        'arn:aws:cloudwatch:us-east-2:123456789012:alarm:a "b" \\ %{if} <>&{x}',
      ],
    },
  ],
  ['automation-administration-role', { ...role, execution_role_name: `a.b/+=,.@-_/${name}` }],
  [
    'automation-execution-role',
    {
      ...role,
      administration_account_id: '000000000001',
      administration_role_name: `a.b/+=,.@-_/${name}`,
    },
  ],
  [
    'automation-user-access',
    {
      ...people,
      automation_role_arn: ownRole(`${name}/${name}`),
      access: 'automation',
      documents: ['a_.-Z'],
      pass_role_services: [],
    },
  ],
  [
    'parameter-store-access',
    {
      ...people,
      access: 'administer',
      paths: ['/-', '/_/.'],
      names: ['-', 'a_.-Z/9', '/.'],
      kms_key_arns: [KEY],
    },
  ],
  ['user-access', { ...people, access: null, pass_role_arns: [ownRole(`${name}/${name}`)] }],
  [
    'maintenance-window-user-access',
    {
      ...people,
      maintenance_window_role_arn: ownRole(`${name}/${name}`),
      pass_role_services: [],
    },
  ],
  ['default-host-management', { ...role, path: SHORT_PATH, enabled: false }],
  [
    'maintenance-window-role',
    {
      ...role,
      automation: true,
      lambda_function_arns: FUNCTIONS,
      state_machine_arns: ['arn:aws:states:us-east-2:123456789012:stateMachine:a_-'],
      pass_role_arns: [ownRole(name)],
    },
  ],
  [
    'notification-role',
    {
      ...role,
      path: '/-/',
      topic_arns: ['arn:aws:sns:us-east-2:123456789012:a_-'],
      kms_key_arns: [KEY],
    },
  ],
  [
    'session-manager-user-access',
    {
      ...people,
      instance_tags: { 'aws is fine.:/=+-@ é': 'x aws:y', _: '' },
      regions: ['ap-southeast-2'],
      documents: ['a_.-Z', 'AWS-_.-'],
      kms_key_arns: [KEY],
      own_sessions: 'any-identity',
    },
  ],
  ['s3-access-policy', { ...s3, description: texts.description, tags: texts.tags }],
];
