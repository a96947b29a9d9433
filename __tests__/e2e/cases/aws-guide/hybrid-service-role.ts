import * as cases from '../../../../modules/hybrid-service-role/cases';
import { differs } from '../../../../modules/iam/differences';
import { hybridServiceRole } from '../../../../modules/hybrid-service-role/module';
import { ACCOUNT, awsPolicy, ownPolicy } from '../account';
import { ofCase } from './guide';
import type { Page } from './guide';
import { MEANINGLESS_PAIRS, WIDER_BUCKETS } from './s3-buckets';

const PAGE = 'https://docs.aws.amazon.com/systems-manager/latest/userguide';
const TODAY = `${PAGE}/hybrid-multicloud-service-role.html`;

const PLAIN_TRUST = 'trusts: Allow sts:AssumeRole to Service ssm.amazonaws.com';
const GUARDED_TRUST = `${PLAIN_TRUST} if ArnEquals aws:SourceArn = arn:aws:ssm:*:${ACCOUNT}:* and StringEquals aws:SourceAccount = ${ACCOUNT}`;

/** One policy for S3 on the page, one of each kind of ours. */
const PAGE_POLICIES = [`attached: ${ownPolicy('SSMServiceRoleS3Policy')}`];
const OUR_POLICIES = ['agent', 'buckets'].map(
  (kind) => `attached: ${ownPolicy(`SSMServiceRoleS3Policy-${kind}`)}`,
);

export const olderPage: Page = {
  folder: 'hybrid-service-role-older',
  title: 'Create an IAM Service Role for a Hybrid Environment',
  url: `${PAGE}/sysman-service-role.html`,
  today: TODAY,
  mended: [],
  procedures: [
    {
      ...ofCase(hybridServiceRole, cases.older, {
        page: [`attached: ${awsPolicy('service-role/AmazonEC2RoleforSSM')}`, PLAIN_TRUST],
        module: [`attached: ${awsPolicy('AmazonSSMManagedInstanceCore')}`, GUARDED_TRUST],
      }),
      name: 'hybrid service role, older page',
      scripts: ['linux.sh'],
      variants: ['powershell/powershell.ps1'],
      subject: { kind: 'role', name: 'SSMServiceRole' },
      block: 'hybrid',
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
      ...ofCase(hybridServiceRole, cases.today, {
        page: [...PAGE_POLICIES, ...WIDER_BUCKETS.page, PLAIN_TRUST],
        module: [...OUR_POLICIES, ...WIDER_BUCKETS.module, GUARDED_TRUST],
      }),
      left: {
        page: [...PAGE_POLICIES, ...MEANINGLESS_PAIRS.page],
        module: OUR_POLICIES,
        why: `${differs.policiesByKind.why} ${MEANINGLESS_PAIRS.why}`,
      },
      name: 'hybrid service role',
      scripts: ['s3-policy.console.sh', 'linux.sh'],
      variants: ['windows.cmd', 'powershell/powershell.ps1'],
      subject: { kind: 'role', name: 'SSMServiceRole' },
      block: 'hybrid',
    },
  ],
};
