import type { Explained, Inputs } from './guide';

const OWN = 'own-bucket';

/** The page's policy for S3: its eight families of AWS's buckets, and all it says of one's own. */
export const PAGE_BUCKETS: Inputs = {
  regions: ['us-east-2'],
  agent_buckets: 'classic',
  s3_buckets: [{ name: OWN, cross_account: true }],
};

export const ASKED_BUCKETS: Inputs = { regions: ['us-east-2'], s3_buckets: [{ name: OWN }] };

export const WIDER_BUCKETS: Explained = {
  page: [
    `grants: Allow s3:PutObjectAcl on arn:aws:s3:::${OWN}`,
    `grants: Allow s3:PutObjectAcl on arn:aws:s3:::${OWN}/*`,
  ],
  module: [
    'grants: Allow s3:GetObject on arn:aws:s3:::aws-patch-manager-us-east-2-552881074/*',
    'grants: Allow s3:GetObject on arn:aws:s3:::aws-patchmanager-macos-us-east-2-552881074/*',
  ],
  why: "s3:PutObjectAcl is granted only with `cross_account`, which is what the page says it is for. Patch Manager's buckets are added, in which AWS keeps its modules for patching today.",
};
