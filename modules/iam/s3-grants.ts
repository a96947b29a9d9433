import { snakeCase } from '../../generator/names';
import { AGENT_BUCKET_FAMILIES, PATCH_MANAGER_SUFFIXES, RENAMED_BUCKETS } from './agent-buckets';
import { awsPage } from './aws-pages';
import { allows, always, is, isNot, isNotEmpty } from './permissions/model';
import type { PermissionsModel, StatementPermission, Term, When } from './permissions/model';

/** What the ARN of a bucket begins with. */
export const BUCKET_ARN = 'arn:${partition}:s3:::';

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

/** What can be named of each bucket of the caller's. */
export const NAMED: Readonly<Record<BucketStatement['resources'], string>> = {
  objects: `${BUCKET_ARN}\${each.value.name}/\${folder(each.value.prefix)}*`,
  bucket: `${BUCKET_ARN}\${each.value.name}`,
  key: '${each.value.kms_key_arn}',
};

const SNAPSHOTS = 'patch-baseline-snapshot';

/** What a renamed bucket's name has in place of the region. */
const suffixes = Object.fromEntries(
  Object.entries(RENAMED_BUCKETS).map(([plain, renamed]) => [
    plain.replace(`${SNAPSHOTS}-`, ''),
    renamed.replace(`${plain}-`, ''),
  ]),
);

/** What the texts of these permissions look up. */
export const s3Tables: PermissionsModel['tables'] = {
  patch_manager_suffixes: PATCH_MANAGER_SUFFIXES,
  patch_baseline_snapshot_suffixes: suffixes,
};

/** A family's bucket in the region that `each.value` is. */
function bucketsOf(family: string): Term[] {
  const named = family
    .replace('REGION', '${each.value}')
    .replace('SUFFIX', '${tables.patch_manager_suffixes[each.value]}');
  const inLists = Object.entries(AGENT_BUCKET_FAMILIES)
    .filter(([, families]) => (families as readonly string[]).includes(family))
    .map(([list]) => list);
  const isInAll = inLists.length === Object.keys(AGENT_BUCKET_FAMILIES).length;
  const when = isInAll ? [] : [is('agent_buckets', ...inLists)];
  return family.startsWith(SNAPSHOTS)
    ? [
        {
          text: `${BUCKET_ARN}${named}/*`,
          when: [...when, isNot('each.value', ...Object.keys(suffixes))],
        },
        {
          text: `${BUCKET_ARN}${named}-\${tables.patch_baseline_snapshot_suffixes[each.value]}/*`,
          when,
        },
      ]
    : [{ text: `${BUCKET_ARN}${named}/*`, when }];
}

/** What the S3 access policies of a module can grant. */
export function s3Grants(grantedTo: readonly Term[]): StatementPermission[] {
  const carrier = { address: 'aws_iam_policy.s3', granted_to: grantedTo };
  return [
    {
      ...allows({
        ...carrier,
        id: 'agent_buckets',
        actions: always(AGENT_ACTION),
        resources: AGENT_BUCKET_FAMILIES.all.flatMap(bucketsOf),
        reason:
          'SSM Agent fetches updates, packages and patch baselines from these buckets of AWS; where S3 is reached through a VPC endpoint, that has to be allowed by name. The star stands for the objects of one bucket.',
        see: awsPage.agentBuckets,
      }),
      for_each: 'regions',
    },
    ...BUCKET_STATEMENTS.map(({ sid, actions, resources, when, reason, see }) =>
      allows({
        ...carrier,
        id: idOf(sid),
        when: [isNotEmpty('s3_buckets')],
        actions: always(...actions),
        resources: [{ text: NAMED[resources], for_each: 's3_buckets', when }],
        reason,
        see,
      }),
    ),
  ];
}

/** `ReadBuckets` is told as `read_buckets`. */
const idOf = (sid: string): string => snakeCase(sid.charAt(0).toLowerCase() + sid.slice(1));
