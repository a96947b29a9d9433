import { explain } from '../../../../modules/iam/permissions/explain';
import { s3Permissions, s3Tables } from '../../../../modules/iam/permissions/s3';
import { PATCH_BUCKETS } from '../../../fixtures/patch-bucket-table';

const model = { permissions: s3Permissions([]), tables: s3Tables, managed_policies: {} };

function buckets(region: string, agentBuckets: string): string[] {
  const scope = { regions: [region], agent_buckets: agentBuckets, partition: 'aws' };
  return explain(model, scope).flatMap(({ resources = [] }) => resources);
}

test.each(Object.entries(PATCH_BUCKETS))(
  'in %s the patch buckets are those of the table that AWS prints',
  (region, printed) => {
    const told = buckets(region, 'current');

    expect(told).toEqual(
      expect.arrayContaining(printed.map((bucket) => `arn:aws:s3:::${bucket}/*`)),
    );
    expect(told.filter((arn) => arn.includes('patch'))).toHaveLength(printed.length);
  },
);

test('without a published suffix a region has no patch manager buckets', () => {
  expect(buckets('us-gov-west-1', 'all').filter((arn) => arn.includes('patch'))).toEqual([
    'arn:aws:s3:::patch-baseline-snapshot-us-gov-west-1/*',
  ]);
});

test.each([
  ['current', 7],
  ['classic', 8],
  ['all', 10],
])('%s are %i buckets a region', (agentBuckets, count) => {
  expect(new Set(buckets('us-east-2', agentBuckets)).size).toBe(count);
});

test('a folder is the same with and without its slash', () => {
  const resources = (prefix: string | null): unknown =>
    explain(model, {
      partition: 'aws',
      s3_buckets: [{ name: 'b', prefix, access: 'read', kms_key_arn: null }],
    }).map((grant) => grant.resources);

  expect(resources('logs')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources('logs/')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources(null)).toEqual([['arn:aws:s3:::b/*']]);
});
