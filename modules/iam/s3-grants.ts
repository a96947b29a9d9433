import { snakeCase } from '../../generator/names';
import { AGENT_BUCKET_FAMILIES, PATCH_MANAGER_SUFFIXES, RENAMED_BUCKETS } from './agent-buckets';
import { awsPage } from './aws-pages';
import { BUCKET_ARN, BUCKET_STATEMENTS, FOLDER_STATEMENT, LISTS, NAMED } from './own-bucket-grants';
import { allows, always, is, isNot, isNotEmpty } from './permissions/model';
import type { PermissionsModel, StatementPermission, Term } from './permissions/model';

/** What SSM Agent does with the buckets of AWS. */
export const AGENT_ACTION = 's3:GetObject';

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
          'SSM Agent downloads updates, packages and patch baselines from these AWS buckets. Where S3 is reached through a VPC endpoint, they must be allowed by name. The star matches the objects of one bucket.',
        see: awsPage.agentBuckets,
      }),
      for_each: 'regions',
    },
    ...ownBucketGrants(carrier),
  ];
}

type Carrier = Pick<StatementPermission, 'address' | 'granted_to'>;

function ownBucketGrants(carrier: Carrier): StatementPermission[] {
  return [
    ...BUCKET_STATEMENTS.map(({ sid, actions, resources, when, conditions = [], reason, see }) =>
      allows({
        ...carrier,
        id: idOf(sid),
        when: [isNotEmpty('s3_buckets')],
        actions: always(...actions),
        resources: [{ text: NAMED[resources], for_each: 's3_buckets', when }],
        conditions,
        reason,
        see,
      }),
    ),
    {
      ...allows({
        ...carrier,
        id: 'list_folders',
        when: FOLDER_STATEMENT.when,
        actions: always(FOLDER_STATEMENT.action),
        resources: always(NAMED.bucket),
        conditions: [
          { ...FOLDER_STATEMENT.condition, values: always(...FOLDER_STATEMENT.prefixes) },
        ],
        reason: LISTS,
        see: awsPage.s3Integration,
      }),
      for_each: 's3_buckets',
    },
  ];
}

/** `ReadBuckets` is told as `read_buckets`. */
const idOf = (sid: string): string => snakeCase(sid.charAt(0).toLowerCase() + sid.slice(1));
