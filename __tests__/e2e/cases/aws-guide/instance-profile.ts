import { awsPolicy } from '../account';
import type { Page } from './guide';
import { ASKED_BUCKETS, PAGE_BUCKETS, WIDER_BUCKETS } from './s3-buckets';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const TODAY = `${PAGE}/setup-instance-permissions.html`;

const CORE = {
  page: [`attached: ${awsPolicy('service-role/AmazonEC2RoleforSSM')}`],
  module: [`attached: ${awsPolicy('AmazonSSMManagedInstanceCore')}`],
  why: 'AmazonSSMManagedInstanceCore replaces AmazonEC2RoleforSSM, which AWS says not to use: it reads and writes every S3 bucket.',
};

const EXISTING = { create_role: false, create_instance_profile: false };

export const olderPage: Page = {
  folder: 'instance-profile-older',
  title: 'Task 2: Create an Instance Profile for Systems Manager',
  url: `${PAGE}/sysman-configuring-access-role.html`,
  today: TODAY,
  mended: [
    'The page spells the policy AmazonEC2RoleforSSM and AmazonEC2RoleForSSM; only the first exists.',
    'The page names no role: ManagedInstances and Reporting are ours.',
  ],
  given: 'given.sh',
  procedures: [
    {
      name: 'instance profile, older page: new role',
      heading: 'Create an instance profile for Systems Manager managed instances',
      scripts: ['new-role.console.sh'],
      subject: { kind: 'role', name: 'ManagedInstances' },
      module: 'instance-profile',
      block: 'older_instances',
      inputs: { role_name: 'ManagedInstances', core_policy: 'AmazonEC2RoleforSSM' },
      asked: { role_name: 'ManagedInstances' },
      defaults: CORE,
    },
    {
      name: 'instance profile, older page: existing role',
      heading:
        'Add instance profile permissions for Systems Manager managed instances to an existing role',
      scripts: ['existing-role.console.sh'],
      subject: { kind: 'role', name: 'Reporting' },
      module: 'instance-profile',
      block: 'reporting',
      inputs: {
        ...EXISTING,
        existing_role_name: 'Reporting',
        core_policy: 'AmazonEC2RoleforSSM',
      },
      asked: { ...EXISTING, existing_role_name: 'Reporting' },
      defaults: CORE,
    },
  ],
};

/** The page attaches the policy that its first procedure made. */
const ATTACHED = {
  directory_service: true,
  cloudwatch_agent: true,
  additional_policy_arns: { s3: '${module.s3.policy_arns[0]}' },
};

const SAME_POLICY = {
  ...WIDER_BUCKETS,
  why: 'None of its own: it attaches the policy of the procedure before, with its differences.',
};

export const page: Page = {
  folder: 'instance-profile',
  title: 'Step 4: Create an IAM instance profile for Systems Manager',
  url: `${PAGE}/setup-instance-profile.html`,
  today: TODAY,
  mended: [
    'The JSON of the policy has images of callouts in it; they are taken out.',
    'The page names no existing role: WebServers is ours.',
  ],
  given: 'given.sh',
  procedures: [
    {
      name: 'instance profile: custom policy for S3',
      heading: 'Task 1: (Optional) Create a custom policy for S3 bucket access',
      scripts: ['s3-policy.console.sh'],
      subject: { kind: 'policy', name: 'SSMInstanceProfileS3Policy' },
      module: 's3-access-policy',
      block: 's3',
      inputs: PAGE_BUCKETS,
      asked: ASKED_BUCKETS,
      defaults: WIDER_BUCKETS,
    },
    {
      name: 'instance profile: new role',
      heading: 'To create an instance profile for Systems Manager managed instances (console)',
      scripts: ['new-role.console.sh'],
      subject: { kind: 'role', name: 'SSMInstanceProfile' },
      module: 'instance-profile',
      block: 'instances',
      inputs: ATTACHED,
      asked: ATTACHED,
      defaults: SAME_POLICY,
    },
    {
      name: 'instance profile: existing role',
      heading:
        'To add instance profile permissions for Systems Manager to an existing role (console)',
      scripts: ['existing-role.console.sh'],
      subject: { kind: 'role', name: 'WebServers' },
      module: 'instance-profile',
      block: 'web_servers',
      inputs: { ...EXISTING, existing_role_name: 'WebServers', ...ATTACHED },
      asked: { ...EXISTING, existing_role_name: 'WebServers', ...ATTACHED },
      defaults: SAME_POLICY,
    },
  ],
};
