import { unmet } from '../../../generator/requirements';
import { grantsSomething } from '../../../modules/s3-access-policy/requirements';

test('a region or a bucket is something', () => {
  expect(unmet([grantsSomething], { regions: ['us-east-2'], s3Buckets: [] })).toEqual([]);
  expect(unmet([grantsSomething], { regions: [], s3Buckets: [{ name: 'abc' }] })).toEqual([]);
});

test('it is a mistake to grant nothing', () => {
  expect(unmet([grantsSomething], { regions: [], s3Buckets: [] })).toEqual([
    {
      code: 'EmptyS3Policy',
      message:
        'regions and s3Buckets must not both be empty, got [] and []; name a region, a bucket, or both',
    },
  ]);
});
