import { awsPage } from './aws-pages';
import { always, is, isNot } from './permissions/model';
import type { StatementCondition, When } from './permissions/model';

/** What the ARN of a bucket begins with. */
export const BUCKET_ARN = 'arn:${partition}:s3:::';

/** A statement about buckets of the caller's: those for which all tests on `each.value` hold. */
export interface BucketStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  /** What is named of each bucket: the objects in its folder, the bucket itself, or its key. */
  readonly resources: 'objects' | 'bucket' | 'key';
  readonly when: readonly When[];
  readonly conditions?: readonly StatementCondition[];
  readonly reason: string;
  readonly see: string;
}

const ACCESS = 'each.value.access';
const PREFIX = 'each.value.prefix';
export const HAS_KEY = isNot('each.value.kms_key_arn', null);
/** Whoever reads scripts lists them first. */
const LISTED = [is('each.value.list', true), isNot(ACCESS, 'write')];

/** Not for what else the key encrypts, like parameters of Parameter Store. */
const THROUGH_S3: readonly StatementCondition[] = [
  { operator: 'StringLike', key: 'kms:ViaService', values: always('s3.*.amazonaws.com') },
];
const STAR = 'The star matches the objects of the bucket, or of the folder that `prefix` names.';

/** Why buckets and folders are listed. */
export const LISTS =
  'To download a script or a folder (aws:downloadContent), the agent first lists its objects.';

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
    conditions: [
      {
        operator: 'StringEquals',
        key: 's3:x-amz-acl',
        values: always('bucket-owner-full-control'),
      },
    ],
    reason: `Gives the account that owns the bucket, and nobody else, control over the objects written to it. ${STAR}`,
    see: awsPage.instanceProfile,
  },
  {
    sid: 'ListBuckets',
    actions: ['s3:ListBucket'],
    resources: 'bucket',
    when: [...LISTED, is(PREFIX, null)],
    reason: LISTS,
    see: awsPage.s3Integration,
  },
  {
    sid: 'ReadEncryption',
    actions: ['s3:GetEncryptionConfiguration'],
    resources: 'bucket',
    when: [is('each.value.encrypted', true)],
    reason: 'SSM Agent reads how the bucket is encrypted.',
    see: awsPage.instanceProfile,
  },
  {
    sid: 'DecryptObjects',
    actions: ['kms:Decrypt'],
    resources: 'key',
    when: [HAS_KEY, is(ACCESS, 'read')],
    conditions: THROUGH_S3,
    reason: 'Objects that are encrypted with a KMS key cannot be read without it.',
    see: awsPage.kmsForS3,
  },
  {
    sid: 'EncryptObjects',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: 'key',
    when: [HAS_KEY, isNot(ACCESS, 'read')],
    conditions: THROUGH_S3,
    reason:
      'Objects cannot be encrypted without the key. kms:Decrypt is needed too: S3 decrypts the parts of a multipart upload to assemble them.',
    see: awsPage.kmsForS3,
  },
];

/** Beside it, one statement for each bucket of which a folder is read. */
export const FOLDER_STATEMENT = {
  action: 's3:ListBucket',
  when: [...LISTED, isNot(PREFIX, null)],
  condition: { operator: 'StringLike', key: 's3:prefix' },
  /** The folder by its name, and what is in it. */
  prefixes: ['${each.value.prefix}', '${folder(each.value.prefix)}*'],
} as const;

/** What can be named of each bucket of the caller's. */
export const NAMED: Readonly<Record<BucketStatement['resources'], string>> = {
  objects: `${BUCKET_ARN}\${each.value.name}/\${folder(each.value.prefix)}*`,
  bucket: `${BUCKET_ARN}\${each.value.name}`,
  key: '${each.value.kms_key_arn}',
};
