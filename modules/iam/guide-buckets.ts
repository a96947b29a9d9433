import type { Props } from '../../generator/inputs';
import type { s3Inputs } from './s3-inputs';

type BucketProps = Props<typeof s3Inputs>;

/** The region and the bucket that the AWS guide makes its S3 policy for. */
export const guideBuckets = {
  regions: ['us-east-2'],
  s3Buckets: [{ name: 'own-bucket' }],
} as const satisfies BucketProps;

/** The eight families of AWS's buckets that it names, and all it says of one's own. */
export const guideBucketsToTheLetter = {
  agentBuckets: 'classic',
  s3Buckets: [{ name: 'own-bucket', crossAccount: true }],
} as const satisfies BucketProps;
