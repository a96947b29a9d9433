import type { Difference } from '../../harness/iam-content';

const OWN = 'own-bucket';

/** What the page's policy for S3 has that ours has not by default, and the other way round. */
export const WIDER_BUCKETS: Difference = {
  page: [
    `grants: Allow s3:PutObjectAcl on arn:aws:s3:::${OWN}`,
    `grants: Allow s3:PutObjectAcl on arn:aws:s3:::${OWN}/*`,
  ],
  module: [
    'grants: Allow s3:GetObject on arn:aws:s3:::aws-patch-manager-us-east-2-552881074/*',
    'grants: Allow s3:GetObject on arn:aws:s3:::aws-patchmanager-macos-us-east-2-552881074/*',
  ],
};
