import { AGENT_BUCKET_FAMILIES, PATCH_MANAGER_SUFFIXES, RENAMED_BUCKETS } from '../agent-buckets';
import { awsPage } from '../aws-pages';
import { always, is, isNot } from './model';
import type { Permission, PermissionsModel, StatementPermission, Term } from './model';

const BUCKET = 'arn:${partition}:s3:::';
const OWN = `${BUCKET}\${each.value.name}`;

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
  const when = [is('agent_buckets', ...inLists)];
  return family.startsWith(SNAPSHOTS)
    ? [
        {
          text: `${BUCKET}${named}/*`,
          when: [...when, isNot('each.value', ...Object.keys(suffixes))],
        },
        {
          text: `${BUCKET}${named}-\${tables.patch_baseline_snapshot_suffixes[each.value]}/*`,
          when,
        },
      ]
    : [{ text: `${BUCKET}${named}/*`, when }];
}

const FOLDER = `${OWN}/\${each.value.prefix}`;

/** The objects in the caller's bucket, or in a folder of it. */
const OWN_RESOURCES: readonly Term[] = [
  { text: `${OWN}/*`, when: [is('each.value.prefix', null)] },
  {
    text: `${FOLDER}/*`,
    when: [{ value: 'each.value.prefix', test: 'does-not-end-with', operands: ['/'] }],
  },
  {
    text: `${FOLDER}*`,
    when: [{ value: 'each.value.prefix', test: 'ends-with', operands: ['/'] }],
  },
  { text: OWN, when: [is('each.value.encrypted', true)] },
];

const READS = is('each.value.access', 'read', 'read-write');
const WRITES = is('each.value.access', 'write', 'read-write');

type Statement = Pick<StatementPermission, 'id' | 'for_each' | 'actions' | 'resources'> &
  Pick<StatementPermission, 'reason' | 'see'> &
  Partial<Pick<StatementPermission, 'when'>>;

const AGENT_BUCKETS: readonly Statement[] = [
  {
    id: 'agent_buckets',
    for_each: 'regions',
    actions: always('s3:GetObject'),
    resources: AGENT_BUCKET_FAMILIES.all.flatMap(bucketsOf),
    reason:
      'SSM Agent fetches updates, packages and patch baselines from these buckets of AWS; where S3 is reached through a VPC endpoint, that has to be allowed by name. The star stands for the objects of one bucket.',
    see: awsPage.agentBuckets,
  },
  {
    id: 'additional_agent_buckets',
    for_each: 'additional_agent_buckets',
    actions: always('s3:GetObject'),
    resources: [{ text: `${BUCKET}\${each.value}/*`, for_each: 'each.value' }],
    reason:
      'The same in regions that AWS opened after this release. The star stands for the objects of one bucket.',
    see: awsPage.agentBuckets,
  },
];

const OWN_BUCKETS: readonly Statement[] = [
  {
    id: 's3_buckets',
    for_each: 's3_buckets',
    actions: [
      { text: 's3:GetObject', when: [READS] },
      { text: 's3:PutObject', when: [WRITES] },
      { text: 's3:PutObjectAcl', when: [is('each.value.cross_account', true)] },
      { text: 's3:GetEncryptionConfiguration', when: [is('each.value.encrypted', true)] },
    ],
    resources: OWN_RESOURCES,
    reason:
      'Scripts and patch lists are read from your bucket, output and logs are written to it. The star stands for the objects of the bucket, or of the folder that `prefix` names.',
    see: awsPage.instanceProfile,
  },
  {
    id: 's3_bucket_keys',
    for_each: 's3_buckets',
    when: [isNot('each.value.kms_key_arn', null)],
    actions: [{ text: 'kms:Decrypt' }, { text: 'kms:GenerateDataKey', when: [WRITES] }],
    resources: always('${each.value.kms_key_arn}'),
    reason:
      'Objects that a KMS key encrypts cannot be read or written without the key; writing needs kms:Decrypt too, for S3 puts the parts of an upload together.',
    see: awsPage.kmsForS3,
  },
];

/** What the S3 access policies of a module can grant. */
export function s3Permissions(grantedTo: readonly Term[]): Permission[] {
  return [...AGENT_BUCKETS, ...OWN_BUCKETS].map((statement) => ({
    kind: 'statement',
    address: 'aws_iam_policy.s3',
    when: [],
    granted_to: grantedTo,
    conditions: [],
    ...statement,
  }));
}
