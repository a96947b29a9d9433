import type { Input } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { holdsToken } from '../../generator/tokens';
import { AGENT_BUCKET_REGIONS } from './agent-buckets';
import { awsPage } from './aws-pages';

const known = JSON.stringify([...AGENT_BUCKET_REGIONS].sort());

/** Compares whole sets: a list of 38 for each region would be read again and again. */
export const agentRegions: Rule<readonly string[]> = {
  code: 'AgentBucketRegion',
  must: 'must be regions whose agent buckets are known',
  remedy:
    'correct the name, like "us-east-2"; for a region newer than this release name its buckets as additional agent buckets',
  see: awsPage.patchBuckets,
  accepts: (regions) => unknown(regions).length === 0,
  condition: (regions) => `length(setsubtract(${regions}, ${known})) == 0`,
  offending: unknown,
  offendingExpression: (regions) => `setsubtract(${regions}, ${known})`,
};

function unknown(regions: readonly string[]): string[] {
  return regions.filter((region) => !holdsToken(region) && !AGENT_BUCKET_REGIONS.includes(region));
}

/** The shape of a region's name, for regions that we do not know. */
export const regionName = matches({
  pattern: '^[a-z]+(-[a-z]+)+-[0-9]+$',
  longest: 20,
  code: 'RegionName',
  must: 'must have regions as keys',
  remedy: 'write them like "us-east-2"',
  see: awsPage.patchBuckets,
});

type PlaceInputs = Readonly<Record<'regions' | 'partition', Input<never>>>;

const REGION_OF = /^(cn|us-gov)-/;

/** Regions of another partition have other ARNs, and none of their buckets would be reached. */
export const regionsInPartition: Requirement<PlaceInputs> = {
  code: 'RegionPartition',
  about: ['regions', 'partition'],
  message: (name, got) =>
    `${name('regions')} must be regions of the partition, got ${got('regions')} in ${got('partition')}; name the regions where this configuration's provider works, and use another one for the others`,
  accepts: ({ regions, partition }) =>
    partition === null ||
    (regions as readonly string[]).every((region) => partitionOf(region) === partition),
  condition: ({ regions, partition }) =>
    `alltrue([for region in ${regions} : (startswith(region, "cn-") ? "aws-cn" : startswith(region, "us-gov-") ? "aws-us-gov" : "aws") == ${partition}])`,
};

function partitionOf(region: string): string {
  const prefix = REGION_OF.exec(region)?.[1];
  return prefix === undefined ? 'aws' : `aws-${prefix}`;
}
