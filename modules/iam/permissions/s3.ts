import { snakeCase } from '../../../generator/names';
import { AGENT_BUCKET_FAMILIES, PATCH_MANAGER_SUFFIXES, RENAMED_BUCKETS } from '../agent-buckets';
import { awsPage } from '../aws-pages';
import { AGENT_ACTION, BUCKET_STATEMENTS } from '../s3-grants';
import type { BucketStatement } from '../s3-grants';
import { always, is, isNot, isNotEmpty } from './model';
import type { Permission, PermissionsModel, Term } from './model';

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

/** What a statement names of each bucket of the caller's. */
const NAMED: Readonly<Record<BucketStatement['resources'], readonly Term[]>> = {
  objects: [
    { text: `${OWN}/*`, when: [is('each.value.prefix', null)] },
    {
      text: `${FOLDER}/*`,
      when: [{ value: 'each.value.prefix', test: 'does-not-end-with', operands: ['/'] }],
    },
    {
      text: `${FOLDER}*`,
      when: [{ value: 'each.value.prefix', test: 'ends-with', operands: ['/'] }],
    },
  ],
  bucket: always(OWN),
  key: always('${each.value.kms_key_arn}'),
};

/** What the S3 access policies of a module can grant. */
export function s3Permissions(grantedTo: readonly Term[]): Permission[] {
  const carrier = {
    kind: 'statement',
    address: 'aws_iam_policy.s3',
    granted_to: grantedTo,
    conditions: [],
  } as const;
  return [
    {
      ...carrier,
      id: 'agent_buckets',
      when: [],
      for_each: 'regions',
      actions: always(AGENT_ACTION),
      resources: AGENT_BUCKET_FAMILIES.all.flatMap(bucketsOf),
      reason:
        'SSM Agent fetches updates, packages and patch baselines from these buckets of AWS; where S3 is reached through a VPC endpoint, that has to be allowed by name. The star stands for the objects of one bucket.',
      see: awsPage.agentBuckets,
    },
    ...BUCKET_STATEMENTS.map((statement): Permission => ({
      ...carrier,
      id: idOf(statement),
      when: [isNotEmpty('s3_buckets')],
      actions: always(...statement.actions),
      resources: NAMED[statement.resources].map(({ text, when = [] }) => ({
        text,
        for_each: 's3_buckets',
        when: [...statement.when, ...when],
      })),
      reason: statement.reason,
      see: statement.see,
    })),
  ];
}

/** `ReadBuckets` is told as `read_buckets`. */
const idOf = ({ sid }: BucketStatement): string =>
  snakeCase(sid.charAt(0).toLowerCase() + sid.slice(1));
