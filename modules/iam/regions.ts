import { hcl, quote } from '../../generator/hcl';
import type { Input } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import { AGENT_BUCKET_REGIONS } from './agent-buckets';
import { awsPage } from './aws-pages';

// one text, for Terraform parses each literal of a list by itself, in every instance
const known = `split(" ", ${quote([...AGENT_BUCKET_REGIONS].sort().join(' '))})`;

/** Compares whole sets: a list of 38 for each region would be read again and again. */
export const agentRegions: Rule<readonly string[]> = {
  code: 'AgentBucketRegion',
  must: 'must be regions whose agent buckets are known',
  remedy:
    'correct the name, like "us-east-2"; for a region newer than this release name its buckets as additional agent buckets',
  see: awsPage.patchBuckets,
  refused: () => ['us-east-9'],
  accepts: (regions) => unknown(regions).length === 0,
  condition: (regions) => `length(setsubtract(${regions}, ${known})) == 0`,
};

function unknown(regions: readonly string[]): string[] {
  return regions.filter((region) => !holdsToken(region) && !AGENT_BUCKET_REGIONS.includes(region));
}

/** The shape of a region's name, for regions that we do not know. */
export const regionName = matches({
  pattern: '^[a-z]+(-[a-z]+)+-[0-9]+$',
  refused: 'Ohio',
  longest: 20,
  code: 'RegionName',
  must: 'must have regions as keys',
  remedy: 'write them like "us-east-2"',
  see: awsPage.patchBuckets,
});

/** How the regions of a partition begin; those of `aws` begin otherwise. */
const PARTITION_OF_PREFIX = {
  'cn-': 'aws-cn',
  'eu-isoe-': 'aws-iso-e',
  'eusc-': 'aws-eusc',
  'us-gov-': 'aws-us-gov',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'us-isof-': 'aws-iso-f',
} as const;

export const PARTITIONS: readonly string[] = ['aws', ...Object.values(PARTITION_OF_PREFIX)];

function partitionOf(region: string): string {
  const known = Object.entries(PARTITION_OF_PREFIX);
  return known.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

const partitionByPrefix = Object.entries(PARTITION_OF_PREFIX)
  .map(([prefix, name]) => `${quote(prefix)} = ${quote(name)}`)
  .join(', ');

/** The partition of a region as an HCL expression, which no data source has to be read for. */
export const partitionExpression = (region: string): string =>
  hcl`concat([for prefix, name in { ${partitionByPrefix} } : name if startswith(${region}, prefix)], ["aws"])[0]`;

type PlaceInputs = Readonly<
  Record<'regions' | 'additionalAgentBuckets' | 'partition', Input<never>>
>;

/** Regions of another partition have other ARNs, and none of their buckets would be reached. */
export const regionsInPartition: Requirement<PlaceInputs> = {
  code: 'RegionPartition',
  about: ['regions', 'additionalAgentBuckets', 'partition'],
  must: (name) =>
    `${name('regions')} and the keys of ${name('additionalAgentBuckets')} must be regions of the partition`,
  remedy: () =>
    "name the regions where this configuration's provider works, and use another one for the others",
  refused: { regions: ['cn-north-1'], partition: 'aws' },
  accepts: ({ regions, additionalAgentBuckets, partition }) =>
    partition === null ||
    [regions as string[], Object.keys(additionalAgentBuckets as object)]
      .flat()
      .every((region) => partitionOf(region) === partition),
  condition: ({ regions, additionalAgentBuckets, partition }) =>
    `alltrue([for region in setunion(${regions}, keys(${additionalAgentBuckets})) : ${partitionExpression('region')} == ${partition}])`,
};
