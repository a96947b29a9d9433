import { unmet } from '../../../generator/requirements';
import { grantsSomething } from '../../../modules/s3-access-policy/requirements';

const NOTHING = { regions: [], s3Buckets: [] };

test.each([{ regions: ['us-east-2'] }, { s3Buckets: [{ name: 'abc' }] }])(
  '%j is something',
  (something) => {
    expect(unmet([grantsSomething], { ...NOTHING, ...something })).toEqual([]);
  },
);

test('it is a mistake to grant nothing', () => {
  expect(unmet([grantsSomething], NOTHING)).toEqual([
    {
      code: 'EmptyS3Policy',
      message: 'regions and s3Buckets must not both be empty; name a region, a bucket, or both',
    },
  ]);
});
