import { expr } from '../../generator/expression';
import type { Input } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { AGENT_BUCKETS } from './agent-buckets';

/** The partitions that AWS has; agent buckets are known in some of them. */
export const PARTITIONS: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-us-gov',
];

type PlaceInputs = Readonly<
  Record<'regions' | 'agentBuckets' | 'partition' | 's3Buckets', Input<unknown>>
>;

/**
 * Regions of another partition have other ARNs, and none of their buckets would be reached.
 *
 * In the condition, `agentBuckets` is the map of the buckets of all regions of the partition.
 */
export const agentRegions: Requirement<PlaceInputs> = {
  code: 'AgentBucketRegion',
  about: ['regions', 'partition'],
  must: (name) =>
    `${name('regions')} must be regions of the partition whose agent buckets are known`,
  remedy: (name) =>
    `correct the names, or list the buckets of a newer region in ${name('s3Buckets')} with access "read"`,
  refused: { regions: ['cn-north-1'], partition: 'aws' },
  accepts: ({ regions, partition }) => {
    const known = Object.entries(AGENT_BUCKETS)
      .filter(([name]) => partition === null || name === partition)
      .flatMap(([, { all }]) => Object.keys(all));
    return (regions as string[]).every((region) => known.includes(region));
  },
  condition: ({ regions, agentBuckets }) =>
    expr`length(setsubtract(${regions}, keys(${agentBuckets}))) == 0`,
};
