import { AGENT_BUCKETS } from '../../../modules/iam/agent-buckets';
import type { AgentBucketList } from '../../../modules/iam/agent-buckets';
import { CLASSIC_AGENT_BUCKETS, CURRENT_AGENT_BUCKETS } from '../../fixtures/aws-documents';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';

const bucketsOf = (list: AgentBucketList, region: string, partition = 'aws'): string[] =>
  [...(AGENT_BUCKETS[partition]?.[list][region] ?? [])].sort();

test('the current buckets of us-east-2 are those of the AWS page', () => {
  expect(bucketsOf('current', 'us-east-2')).toEqual([...CURRENT_AGENT_BUCKETS].sort());
});

test('the classic buckets of us-east-2 are those of the AWS page', () => {
  expect(bucketsOf('classic', 'us-east-2')).toEqual([...CLASSIC_AGENT_BUCKETS].sort());
});

test('all buckets are both lists, each bucket once', () => {
  const both = [...new Set([...CURRENT_AGENT_BUCKETS, ...CLASSIC_AGENT_BUCKETS])].sort();

  expect(both).toHaveLength(10);
  expect(bucketsOf('all', 'us-east-2')).toEqual(both);
});

test.each(Object.entries(PATCH_BUCKETS))('%s has the buckets of the AWS table', (region, table) => {
  const expected = [
    ...table,
    `amazon-ssm-${region}`,
    `aws-ssm-${region}`,
    `aws-windows-downloads-${region}`,
    `${region}-birdwatcher-prod`,
  ];

  expect(bucketsOf('current', region)).toEqual(expected.sort());
});

test.each([
  ['aws-cn', 'cn-north-1'],
  ['aws-cn', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-east-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])('in %s %s has only the buckets without a suffix', (partition, region) => {
  expect(bucketsOf('current', region, partition)).toEqual(
    [
      `amazon-ssm-${region}`,
      `aws-ssm-${region}`,
      `aws-windows-downloads-${region}`,
      `patch-baseline-snapshot-${region}`,
      `${region}-birdwatcher-prod`,
    ].sort(),
  );
});

test('snapshots lie under another name in ten regions, and eu-south-1 is none of them', () => {
  const plain = Object.keys(PATCH_BUCKETS).filter((region) =>
    bucketsOf('classic', region).includes(`patch-baseline-snapshot-${region}`),
  );

  expect(plain).toHaveLength(24);
  expect(plain).toContain('eu-south-1');
  expect(bucketsOf('classic', 'af-south-1')).toContain(
    'patch-baseline-snapshot-af-south-1-tbxdb5b9',
  );
});

test('each list of a partition has the same regions: the 34 of the AWS table, and two in each other', () => {
  const regions = Object.entries(AGENT_BUCKETS).map(([partition, lists]) => [
    partition,
    ...Object.values(lists).map((byRegion) => Object.keys(byRegion).sort()),
  ]);
  const commercial = Object.keys(PATCH_BUCKETS).sort();
  const [cn, gov] = [
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
  ];

  expect(commercial).toHaveLength(34);
  expect(regions).toEqual([
    ['aws', commercial, commercial, commercial],
    ['aws-cn', cn, cn, cn],
    ['aws-us-gov', gov, gov, gov],
  ]);
});
