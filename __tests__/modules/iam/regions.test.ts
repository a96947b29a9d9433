import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { unmet } from '../../../generator/requirements';
import { AGENT_BUCKET_REGIONS } from '../../../modules/iam/agent-buckets';
import {
  PARTITIONS,
  agentRegions,
  partitionExpression,
  regionName,
  regionsInPartition,
} from '../../../modules/iam/regions';

const stack = new TerraformStack(new App(), 'regions');
const token = new TerraformVariable(stack, 'region', { type: 'string' }).stringValue;

describe('a region with known buckets', () => {
  test.each(['us-east-2', 'us-gov-west-1', 'cn-north-1'])('is %s', (region) => {
    expect(agentRegions.accepts([region])).toBe(true);
    expect(agentRegions.accepts(['eu-west-1', region])).toBe(true);
  });

  test.each(['us-east-9', 'US-EAST-2', '*', ''])('is not "%s"', (region) => {
    expect(agentRegions.accepts([region])).toBe(false);
    expect(agentRegions.accepts(['eu-west-1', region])).toBe(false);
  });

  test('may be one that only Terraform knows', () => {
    expect(agentRegions.accepts([token])).toBe(true);
    expect(agentRegions.accepts([token, 'us-east-9'])).toBe(false);
  });
});

test('no regions are fine', () => {
  expect(agentRegions.accepts([])).toBe(true);
});

describe('the name of a region', () => {
  test.each(AGENT_BUCKET_REGIONS)('is %s', (region) => {
    expect(regionName.accepts(region)).toBe(true);
  });

  test.each(['eusc-de-east-1', 'us-isob-east-1', 'xx-northwestwest-10'])('may be %s', (region) => {
    expect(regionName.accepts(region)).toBe(true);
  });

  test.each([
    '',
    'us',
    'us-east',
    'us-east-2a',
    'US-EAST-2',
    '*',
    'us east-2',
    'xx-northwest-west-100',
  ])('is not "%s"', (region) => {
    expect(regionName.accepts(region)).toBe(false);
  });
});

describe('the regions', () => {
  const refused = (regions: string[], partition: string | null, keys: string[] = []) => {
    const additionalAgentBuckets = Object.fromEntries(keys.map((region) => [region, ['abc']]));
    return unmet([regionsInPartition], { regions, additionalAgentBuckets, partition });
  };

  test.each<[string[], string | null]>([
    [['us-east-2', 'eu-west-1'], 'aws'],
    [['us-gov-west-1', 'us-gov-east-1'], 'aws-us-gov'],
    [['cn-north-1', 'cn-northwest-1'], 'aws-cn'],
    [[], 'aws-cn'],
    // Terraform knows the partition then
    [['us-east-2', 'cn-north-1'], null],
  ])('may be %j in %j', (regions, partition) => {
    expect(refused(regions, partition)).toEqual([]);
    expect(refused([], partition, regions)).toEqual([]);
  });

  // the regions that AWS has had there
  test.each([
    ['ap-southeast-7', 'aws'],
    ['il-central-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('may have buckets named for %s in "%s", and in no other partition', (region, partition) => {
    const taking = PARTITIONS.filter((any) => refused([], any, [region]).length === 0);

    expect(taking).toEqual([partition]);
  });

  test.each<[string[], string]>([
    [['us-east-2', 'us-gov-west-1'], 'aws'],
    [['us-east-2'], 'aws-us-gov'],
    [['cn-north-1'], 'aws-us-gov'],
    [['us-gov-east-1'], 'aws-cn'],
  ])('may not be %j in "%s"', (regions, partition) => {
    expect(refused(regions, partition)).toEqual([
      {
        code: 'RegionPartition',
        message: `regions and the keys of additionalAgentBuckets must be regions of the partition; name the regions where this configuration's provider works, and use another one for the others`,
      },
    ]);
  });

  test('are asked for beside the keys of more agent buckets', () => {
    expect(refused(['us-east-2'], 'aws', ['cn-north-9'])).toEqual([
      {
        code: 'RegionPartition',
        message:
          "regions and the keys of additionalAgentBuckets must be regions of the partition; name the regions where this configuration's provider works, and use another one for the others",
      },
    ]);
  });

  test('tell their partition in a plan too', () => {
    const expression =
      'concat([for prefix, name in { "cn-" = "aws-cn", "eu-isoe-" = "aws-iso-e", "eusc-" = "aws-eusc", "us-gov-" = "aws-us-gov", "us-iso-" = "aws-iso", "us-isob-" = "aws-iso-b", "us-isof-" = "aws-iso-f" } : name if startswith(region, prefix)], ["aws"])[0]';
    const references = { regions: 'a', additionalAgentBuckets: 'b', partition: 'c' };

    expect(partitionExpression('region')).toBe(expression);
    expect(regionsInPartition.condition(references)).toBe(
      `alltrue([for region in setunion(a, keys(b)) : ${expression} == c])`,
    );
  });
});
