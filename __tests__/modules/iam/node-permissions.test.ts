import { unmet } from '../../../generator/requirements';
import { nodeRequirements } from '../../../modules/iam/node-permissions';

const NO_ARNS = {
  additionalPolicyArns: {},
  permissionsBoundary: null,
  s3Buckets: [],
  sessionKmsKeyArns: [],
  sessionLogGroupArns: [],
};

test('regions of another partition than the given one are refused', () => {
  const props = { ...NO_ARNS, inlinePolicies: {}, partition: 'aws' };
  const codes = (regions: string[]): string[] =>
    unmet(nodeRequirements, { ...props, regions }).map(({ code }) => code);

  expect(codes(['us-east-2'])).toEqual([]);
  expect(codes(['us-gov-west-1'])).toEqual(['AgentBucketRegion']);
});

test.each([
  ['aws', []],
  [null, []],
  ['aws-cn', ['PatchPolicyPartition']],
  ['aws-us-gov', ['PatchPolicyPartition']],
])('whether nodes may have patch policies of Quick Setup in %s', (partition, codes) => {
  const props = { ...NO_ARNS, inlinePolicies: {}, regions: [], partition };
  const refused = (quickSetupPatchPolicies: boolean): string[] =>
    unmet(nodeRequirements, { ...props, quickSetupPatchPolicies }).map(({ code }) => code);

  expect(refused(true)).toEqual(codes);
  expect(refused(false)).toEqual([]);
});
