import { unmet } from '../../../generator/requirements';
import { nodeRequirements } from '../../../modules/iam/node-permissions';

const NO_ARNS = { additionalPolicyArns: {}, permissionsBoundary: null, s3Buckets: [] };

describe('a path that only a role takes', () => {
  const NOTHING = { ...NO_ARNS, regions: [], partition: null };
  const codes = (path: string, asked: object): string[] =>
    unmet(nodeRequirements, { ...NOTHING, path, ...asked }).map(({ code }) => code);
  const asking = [{ regions: ['us-east-2'] }, { s3Buckets: [{ name: 'abc' }] }];

  test('is fine while there is no S3 policy', () => {
    expect(codes('/a*b/', {})).toEqual([]);
  });

  test.each(asking)('is refused with %j', (asked) => {
    expect(codes('/a*b/', asked)).toEqual(['PolicyPath']);
  });

  test.each(asking)('is no matter for a path that both take, with %j', (asked) => {
    expect(codes('/team/', asked)).toEqual([]);
  });
});

test('regions of another partition than the given one are refused', () => {
  const props = { ...NO_ARNS, path: '/', partition: 'aws' };
  const codes = (regions: string[]): string[] =>
    unmet(nodeRequirements, { ...props, regions }).map(({ code }) => code);

  expect(codes(['us-east-2'])).toEqual([]);
  expect(codes(['us-gov-west-1'])).toEqual(['AgentBucketRegion']);
});
