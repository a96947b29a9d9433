import type { Requirement } from '../../generator/requirements';
import { arnPartition } from '../iam/caller-arns';
import { agentRegions } from '../iam/regions';
import { asksForS3Policy } from '../iam/s3-policy';
import type { inputs } from './inputs';

/** The inputs that hold ARNs. */
export const ARN_INPUTS = ['s3Buckets'] as const;

/** IAM takes no policy without a statement. */
export const grantsSomething: Requirement<typeof inputs> = {
  code: 'EmptyS3Policy',
  about: ['regions', 's3Buckets'],
  must: (name) => `${name('regions')} and ${name('s3Buckets')} must not both be empty`,
  remedy: () => 'name a region, a bucket, or both',
  refused: {},
  accepts: ({ regions, s3Buckets }) => [regions, s3Buckets].flat().length > 0,
  condition: asksForS3Policy,
};

/** What the inputs of this module have to fulfil together. */
export const requirements: readonly Requirement<typeof inputs>[] = [
  grantsSomething,
  agentRegions,
  arnPartition(ARN_INPUTS),
];
