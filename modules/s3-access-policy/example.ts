import type { S3AccessPolicyProps } from './inputs';

/** One region through a VPC endpoint, and a bucket that scripts are read from. */
export const example: S3AccessPolicyProps = {
  regions: ['us-east-2'],
  s3Buckets: [{ name: 'example-scripts', access: 'read' }],
};
