import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { unmet } from '../../../generator/requirements';
import { PARTITIONS, agentRegions } from '../../../modules/iam/regions';

const stack = new TerraformStack(new App(), 'regions');
const token = new TerraformVariable(stack, 'region', { type: 'string' }).stringValue;

const codes = (regions: string[], partition: string | null): string[] =>
  unmet([agentRegions], { regions, partition }).map(({ code }) => code);

test.each<[string[], string | null]>([
  [['us-east-2', 'eu-west-1'], 'aws'],
  [['us-gov-west-1', 'us-gov-east-1'], 'aws-us-gov'],
  [['cn-north-1', 'cn-northwest-1'], 'aws-cn'],
  [[], 'aws-iso'],
  // Terraform knows the partition then
  [['us-east-2', 'cn-north-1'], null],
  [[token, 'us-east-9'], 'aws'],
])('regions may be %j in %j', (regions, partition) => {
  expect(codes(regions, partition)).toEqual([]);
});

test.each(['us-east-9', 'US-EAST-2', 'us-east-2a', '*', ''])(
  'a region is not "%s", in no partition',
  (region) => {
    [null, ...PARTITIONS].forEach((partition) => {
      expect(codes(['us-east-2', region], partition)).toEqual(['AgentBucketRegion']);
    });
  },
);

// the regions that AWS has there
test.each([
  ['ap-southeast-7', 'aws'],
  ['il-central-1', 'aws'],
  ['cn-northwest-1', 'aws-cn'],
  ['us-gov-east-1', 'aws-us-gov'],
])('%s is a region of "%s", and of no other partition', (region, partition) => {
  expect(PARTITIONS.filter((any) => codes([region], any).length === 0)).toEqual([partition]);
});
