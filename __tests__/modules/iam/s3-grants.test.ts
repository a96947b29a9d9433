import { explain } from '../../../modules/iam/permissions/explain';
import { s3Grants, s3Tables } from '../../../modules/iam/s3-grants';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';

const model = { permissions: s3Grants([]), tables: s3Tables, managed_policies: {} };

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

const grantsOf = (bucket: object) =>
  explain(model, { partition: 'aws', s3_buckets: [{ name: 'b', kms_key_arn: null, ...bucket }] });

test('a folder is the same with and without its slash', () => {
  const resources = (prefix: string | null): unknown =>
    grantsOf({ prefix, access: 'read' }).map((grant) => grant.resources);

  expect(resources('logs')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources('logs/')).toEqual([['arn:aws:s3:::b/logs/*']]);
  expect(resources(null)).toEqual([['arn:aws:s3:::b/*']]);
});

test('of a folder nothing else is listed', () => {
  const lists = (bucket: object): unknown =>
    grantsOf({ list: true, ...bucket })
      .filter(({ actions }) => actions?.includes('s3:ListBucket'))
      .map(({ resources, conditions }) => ({ resources, conditions }));
  const onBucket = { resources: ['arn:aws:s3:::b'] };

  expect(lists({ access: 'read', prefix: 'scripts' })).toEqual([
    { ...onBucket, conditions: { StringLike: { 's3:prefix': ['scripts', 'scripts/*'] } } },
  ]);
  expect(lists({ access: 'read-write', prefix: null })).toEqual([{ ...onBucket, conditions: {} }]);
  expect(lists({ access: 'write', prefix: 'scripts' })).toEqual([]);
  expect(lists({ access: 'read', prefix: 'scripts', list: false })).toEqual([]);
});
