import { ACCOUNT, awsPolicy } from '../account';
import type { Page } from './guide';
import { ASKED_BUCKETS, PAGE_BUCKETS, WIDER_BUCKETS } from './s3-buckets';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const TODAY = `${PAGE}/hybrid-multicloud-service-role.html`;

const PLAIN_TRUST = 'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com';
const GUARDED_TRUST = `${PLAIN_TRUST} if ArnEquals aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:* and StringEquals aws:SourceAccount = ${ACCOUNT}`;
const WHY_GUARDED =
  'The trust has the conditions against the confused deputy, which AWS prints today: no other account can have Systems Manager use the role.';

export const olderPage: Page = {
  folder: 'hybrid-service-role-older',
  title: 'Create an IAM Service Role for a Hybrid Environment',
  url: `${PAGE}/sysman-service-role.html`,
  today: TODAY,
  mended: [],
  procedures: [
    {
      name: 'hybrid service role, older page',
      heading: 'To create an IAM service role',
      scripts: ['linux.sh'],
      variants: ['powershell/powershell.ps1'],
      subject: { kind: 'role', name: 'SSMServiceRole' },
      module: 'hybrid-service-role',
      block: 'hybrid',
      inputs: { confused_deputy_protection: false, core_policy: 'AmazonEC2RoleforSSM' },
      asked: {},
      defaults: {
        page: [`attached: ${awsPolicy('service-role/AmazonEC2RoleforSSM')}`, PLAIN_TRUST],
        module: [`attached: ${awsPolicy('AmazonSSMManagedInstanceCore')}`, GUARDED_TRUST],
        why: `${WHY_GUARDED} AmazonSSMManagedInstanceCore replaces AmazonEC2RoleforSSM, which AWS says not to use: it reads and writes every S3 bucket.`,
      },
    },
  ],
};

export const page: Page = {
  folder: 'hybrid-service-role',
  title: 'Step 2: Create an IAM service role for a hybrid environment',
  url: `${PAGE}/sysman-service-role.html`,
  today: TODAY,
  mended: [],
  procedures: [
    {
      name: 'hybrid service role',
      heading: 'To create an IAM service role for a hybrid environment',
      scripts: ['s3-policy.console.sh', 'linux.sh'],
      variants: ['windows.cmd', 'powershell/powershell.ps1'],
      subject: { kind: 'role', name: 'SSMServiceRole' },
      module: 'hybrid-service-role',
      block: 'hybrid',
      inputs: {
        confused_deputy_protection: false,
        directory_service: true,
        cloudwatch_agent: true,
        ...PAGE_BUCKETS,
      },
      asked: { directory_service: true, cloudwatch_agent: true, ...ASKED_BUCKETS },
      defaults: {
        page: [...WIDER_BUCKETS.page, PLAIN_TRUST],
        module: [...WIDER_BUCKETS.module, GUARDED_TRUST],
        why: `${WHY_GUARDED} ${WIDER_BUCKETS.why}`,
      },
    },
  ],
};
