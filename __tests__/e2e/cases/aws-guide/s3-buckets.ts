import { differs } from '../../../../modules/iam/differences';
import type { Difference } from '../../harness/iam-content';
import type { Explained } from './guide';

const OWN = 'arn:aws:s3:::own-bucket';
const grants = (action: string, resource: string): string =>
  `grants: Allow ${action} on ${resource}`;

const PAIRS = [
  grants('s3:GetEncryptionConfiguration', `${OWN}/*`),
  grants('s3:GetObject', OWN),
  grants('s3:PutObject', OWN),
];

/** What no input makes equal: the actions on what they do not act on. */
export const MEANINGLESS_PAIRS: Explained = {
  page: [...PAIRS, grants('s3:PutObjectAcl', OWN)],
  module: [],
  why: differs.pairs.why,
};

/** The same where no other policy can be added: the ACL of the bucket's owner is the only one. */
export const OWNERS_ACL: Explained = {
  page: [...MEANINGLESS_PAIRS.page, grants('s3:PutObjectAcl', `${OWN}/*`)],
  module: [
    `${grants('s3:PutObjectAcl', `${OWN}/*`)} if StringEquals s3:x-amz-acl = bucket-owner-full-control`,
  ],
  why: `${differs.pairs.why} ${differs.ownersAclOnly.why}`,
};

/** What the page's policy for S3 has that ours has not by default, and the other way round. */
export const WIDER_BUCKETS: Difference = {
  page: [...MEANINGLESS_PAIRS.page, grants('s3:PutObjectAcl', `${OWN}/*`)],
  module: [
    grants('s3:ListBucket', OWN),
    grants('s3:GetObject', 'arn:aws:s3:::aws-patch-manager-us-east-2-552881074/*'),
    grants('s3:GetObject', 'arn:aws:s3:::aws-patchmanager-macos-us-east-2-552881074/*'),
  ],
};
