import { unmet } from '../../../generator/requirements';
import { nodeRequirements } from '../../../modules/iam/node-permissions';

const NO_ARNS = { additionalPolicyArns: {}, permissionsBoundary: null, s3Buckets: [] };

test('regions of another partition than the given one are refused', () => {
  const props = { ...NO_ARNS, partition: 'aws' };
  const codes = (regions: string[]): string[] =>
    unmet(nodeRequirements, { ...props, regions }).map(({ code }) => code);

  expect(codes(['us-east-2'])).toEqual([]);
  expect(codes(['us-gov-west-1'])).toEqual(['AgentBucketRegion']);
});
