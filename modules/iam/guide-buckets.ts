import type { Props } from '../../generator/inputs';
import type { s3Inputs } from './s3-inputs';

type BucketProps = Props<typeof s3Inputs>;

/** The region and the bucket that the AWS guide makes its S3 policy for. */
export const guideBuckets = {
  regions: ['us-east-2'],
  s3Buckets: [{ name: 'own-bucket' }],
} as const satisfies BucketProps;

/** The eight families of AWS's buckets that it names, and all it says of one's own but the ACL. */
const otherwise = {
  agentBuckets: 'classic',
  s3Buckets: [{ name: 'own-bucket', list: false }],
} as const satisfies BucketProps;

/** The same for a policy alone, which has the ACL of the bucket's owner and no other. */
export const guideBucketsToTheLetter = {
  ...otherwise,
  s3Buckets: [{ name: 'own-bucket', list: false, crossAccount: true }],
} as const satisfies BucketProps;

/** The same for a role, which gets any ACL by a policy of its own. */
export const guideBucketsOfRoleToTheLetter = {
  ...otherwise,
  inlinePolicies: {
    AnyAcl: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:PutObjectAcl', Resource: 'arn:aws:s3:::own-bucket/*' },
      ],
    }),
  },
} as const satisfies BucketProps & { readonly inlinePolicies: Readonly<Record<string, string>> };
