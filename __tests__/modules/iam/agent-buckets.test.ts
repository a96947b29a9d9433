import {
  AGENT_BUCKETS_AS_OF,
  AGENT_BUCKET_FAMILIES,
  AGENT_BUCKET_REGIONS,
  PATCH_MANAGER_SUFFIXES,
  RENAMED_BUCKETS,
} from '../../../modules/iam/agent-buckets';
import { CLASSIC_AGENT_BUCKETS, CURRENT_AGENT_BUCKETS } from '../../fixtures/aws-documents';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';

type Choice = keyof typeof AGENT_BUCKET_FAMILIES;

/** What the expression in `s3-statements.ts` makes of the tables. */
function bucketsOf(choice: Choice, region: string): string[] {
  const suffix = new Map<string, string>(Object.entries(PATCH_MANAGER_SUFFIXES)).get(region);
  const renamed = new Map<string, string>(Object.entries(RENAMED_BUCKETS));
  return AGENT_BUCKET_FAMILIES[choice]
    .filter((family) => !family.endsWith('SUFFIX') || suffix !== undefined)
    .map((family) => family.replace('REGION', region).replace('SUFFIX', suffix ?? ''))
    .map((bucket) => renamed.get(bucket) ?? bucket)
    .sort();
}

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

test.each(['cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1'])(
  '%s has only the buckets without a suffix',
  (region) => {
    expect(bucketsOf('current', region)).toEqual(
      [
        `amazon-ssm-${region}`,
        `aws-ssm-${region}`,
        `aws-windows-downloads-${region}`,
        `patch-baseline-snapshot-${region}`,
        `${region}-birdwatcher-prod`,
      ].sort(),
    );
  },
);

test('snapshots lie under another name in ten regions, and eu-south-1 is none of them', () => {
  expect(Object.keys(RENAMED_BUCKETS)).toHaveLength(10);
  expect(bucketsOf('classic', 'eu-south-1')).toContain('patch-baseline-snapshot-eu-south-1');
  expect(bucketsOf('classic', 'af-south-1')).toContain(
    'patch-baseline-snapshot-af-south-1-tbxdb5b9',
  );
  expect(bucketsOf('classic', 'af-south-1')).not.toContain('patch-baseline-snapshot-af-south-1');
});

test('34 regions have a suffix and four have none', () => {
  expect(Object.keys(PATCH_MANAGER_SUFFIXES)).toHaveLength(34);
  expect([...AGENT_BUCKET_REGIONS].sort()).toEqual(
    [
      ...Object.keys(PATCH_BUCKETS),
      'cn-north-1',
      'cn-northwest-1',
      'us-gov-east-1',
      'us-gov-west-1',
    ].sort(),
  );
});

/** The years in which AWS opened its regions. @see https://aws.amazon.com/about-aws/global-infrastructure/regions_az/ */
const OPENED: Readonly<Record<number, readonly string[]>> = {
  2006: ['us-east-1'],
  2008: ['eu-west-1'],
  2009: ['us-west-1'],
  2010: ['ap-southeast-1'],
  2011: ['ap-northeast-1', 'us-gov-west-1', 'us-west-2', 'sa-east-1'],
  2012: ['ap-southeast-2'],
  2014: ['cn-north-1', 'eu-central-1'],
  2016: ['ap-northeast-2', 'ap-south-1', 'us-east-2', 'ca-central-1', 'eu-west-2'],
  2017: ['cn-northwest-1', 'eu-west-3'],
  2018: ['us-gov-east-1', 'eu-north-1'],
  2019: ['ap-east-1', 'me-south-1'],
  2020: ['af-south-1', 'eu-south-1'],
  2021: ['ap-northeast-3', 'ap-southeast-3'],
  2022: ['me-central-1', 'eu-central-2', 'eu-south-2', 'ap-south-2'],
  2023: ['ap-southeast-4', 'il-central-1', 'ca-west-1'],
  2024: ['ap-southeast-5'],
  2025: ['ap-southeast-7', 'mx-central-1', 'ap-east-2', 'ap-southeast-6'],
};

test('the regions are in the order in which AWS opened them, so that a new one comes last', () => {
  const yearOf = (region: string): string | undefined =>
    Object.keys(OPENED).find((year) => OPENED[Number(year)]?.includes(region));
  const years = AGENT_BUCKET_REGIONS.map(yearOf);

  expect(years).not.toContain(undefined);
  expect(years).toEqual([...years].sort());
});

test('the list has a date', () => {
  expect(AGENT_BUCKETS_AS_OF).toBe('2026-07-30');
});
