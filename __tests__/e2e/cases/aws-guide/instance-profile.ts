import * as cases from '../../../../modules/instance-profile/cases';
import { instanceProfile } from '../../../../modules/instance-profile/module';
import { customPolicy } from '../../../../modules/s3-access-policy/cases';
import { s3AccessPolicy } from '../../../../modules/s3-access-policy/module';
import { differsFromPage } from '../../../../modules/instance-profile/differences';
import { awsPolicy, ownPolicy } from '../account';
import type { Difference } from '../../harness/iam-content';
import { ofCase } from './guide';
import type { Explained, Page, Procedure } from './guide';
import { MEANINGLESS_PAIRS, OWNERS_ACL, WIDER_BUCKETS } from './s3-buckets';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const TODAY = `${PAGE}/setup-instance-permissions.html`;

const CORE = {
  page: [`attached: ${awsPolicy('service-role/AmazonEC2RoleforSSM')}`],
  module: [`attached: ${awsPolicy('AmazonSSMManagedInstanceCore')}`],
};

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
      ...ofCase(instanceProfile, cases.olderNewRole, CORE),
      name: 'instance profile, older page: new role',
      scripts: ['new-role.console.sh'],
      subject: { kind: 'role', name: 'ManagedInstances' },
      block: 'older_instances',
    },
    {
      ...ofCase(instanceProfile, cases.olderExistingRole, CORE),
      name: 'instance profile, older page: existing role',
      scripts: ['existing-role.console.sh'],
      subject: { kind: 'role', name: 'Reporting' },
      block: 'reporting',
    },
  ],
};

/** The policy that the first procedure makes: its name is the one that the module for the role would choose. */
const PAGE_POLICY = 'SSMInstanceProfileS3Policy';
const NEW_ROLE_POLICY = 'InstancesS3Policy';
const named = (inputs: Procedure['inputs']): Procedure['inputs'] => ({
  ...inputs,
  s3_policy_name: NEW_ROLE_POLICY,
});

/** The page attaches the policy that its first procedure made. */
const otherPolicy = (name: string): Explained => ({
  page: [`attached: ${ownPolicy(PAGE_POLICY)}`],
  module: ['agent', 'buckets'].map((kind) => `attached: ${ownPolicy(`${name}-${kind}`)}`),
  why: differsFromPage.ownS3Policy.why,
});

const left = ({ page: attached, module, why }: Explained): Explained => ({
  page: [...attached, ...MEANINGLESS_PAIRS.page],
  module,
  why: `${why} ${MEANINGLESS_PAIRS.why}`,
});

const widerThan = ({ page: attached, module }: Explained): Difference => ({
  page: [...attached, ...WIDER_BUCKETS.page],
  module: [...module, ...WIDER_BUCKETS.module],
});

const NEW_ROLE = otherPolicy(NEW_ROLE_POLICY);
const EXISTING_ROLE = otherPolicy('WebServersS3Policy');
const customPolicyCase = ofCase(s3AccessPolicy, customPolicy, WIDER_BUCKETS);
const newRole = ofCase(instanceProfile, cases.newRole, widerThan(NEW_ROLE));

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
      ...customPolicyCase,
      name: 'instance profile: custom policy for S3',
      scripts: ['s3-policy.console.sh'],
      subject: { kind: 'policy', name: PAGE_POLICY },
      block: 's3',
      inputs: { ...customPolicyCase.inputs, policy_name: PAGE_POLICY },
      asked: { ...customPolicyCase.asked, policy_name: PAGE_POLICY },
      left: OWNERS_ACL,
    },
    {
      ...newRole,
      name: 'instance profile: new role',
      scripts: ['new-role.console.sh'],
      subject: { kind: 'role', name: 'SSMInstanceProfile' },
      block: 'instances',
      inputs: named(newRole.inputs),
      asked: named(newRole.asked),
      left: left(NEW_ROLE),
    },
    {
      ...ofCase(instanceProfile, cases.existingRole, widerThan(EXISTING_ROLE)),
      left: left(EXISTING_ROLE),
      name: 'instance profile: existing role',
      scripts: ['existing-role.console.sh'],
      subject: { kind: 'role', name: 'WebServers' },
      block: 'web_servers',
    },
  ],
};
