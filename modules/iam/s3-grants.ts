import { awsPage } from './aws-pages';
import { is, isNot } from './permissions/model';
import type { When } from './permissions/model';

/** What SSM Agent does with the buckets of AWS. */
export const AGENT_ACTION = 's3:GetObject';

/** A statement about buckets of the caller's: those for which all tests on `each.value` hold. */
export interface BucketStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  /** What is named of each bucket: the objects in its folder, the bucket itself, or its key. */
  readonly resources: 'objects' | 'bucket' | 'key';
  readonly when: readonly When[];
  readonly reason: string;
  readonly see: string;
}

const ACCESS = 'each.value.access';
const HAS_KEY = isNot('each.value.kms_key_arn', null);
const STAR = 'The star stands for the objects of the bucket, or of the folder that `prefix` names.';

/** The policy of the caller's own buckets, statement by statement. */
export const BUCKET_STATEMENTS: readonly BucketStatement[] = [
  {
    sid: 'ReadBuckets',
    actions: ['s3:GetObject'],
    resources: 'objects',
    when: [is(ACCESS, 'read')],
    reason: `Systems Manager reads scripts and patch lists from these buckets. ${STAR}`,
    see: awsPage.instanceProfile,
  },
  {
    sid: 'WriteBuckets',
    actions: ['s3:PutObject'],
    resources: 'objects',
    when: [is(ACCESS, 'write')],
    reason: `Systems Manager writes output and logs to these buckets. ${STAR}`,
    see: awsPage.instanceProfile,
  },
  {
    sid: 'ReadWriteBuckets',
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: 'objects',
    when: [is(ACCESS, 'read-write')],
    reason: `Systems Manager reads from these buckets and writes to them. ${STAR}`,
    see: awsPage.instanceProfile,
  },
  {
    sid: 'WriteAcls',
    actions: ['s3:PutObjectAcl'],
    resources: 'objects',
    when: [is('each.value.cross_account', true)],
    reason: `Gives the account that owns the bucket control over the objects written to it. ${STAR}`,
    see: awsPage.instanceProfile,
  },
  {
    sid: 'ReadEncryption',
    actions: ['s3:GetEncryptionConfiguration'],
    resources: 'bucket',
    when: [is('each.value.encrypted', true)],
    reason: 'SSM Agent asks how an encrypted bucket is encrypted, on the bucket itself.',
    see: awsPage.instanceProfile,
  },
  {
    sid: 'DecryptObjects',
    actions: ['kms:Decrypt'],
    resources: 'key',
    when: [HAS_KEY, is(ACCESS, 'read')],
    reason: 'Objects that a KMS key encrypts cannot be read without the key.',
    see: awsPage.kmsForS3,
  },
  {
    sid: 'EncryptObjects',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: 'key',
    when: [HAS_KEY, isNot(ACCESS, 'read')],
    reason:
      'Objects cannot be encrypted without the key. kms:Decrypt is needed too: S3 decrypts the parts of a large upload to put them together.',
    see: awsPage.kmsForS3,
  },
];
