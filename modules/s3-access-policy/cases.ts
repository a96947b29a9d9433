import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';
import { guideBuckets, guideBucketsToTheLetter } from '../iam/guide-buckets';
import type { S3AccessPolicyProps } from './inputs';

export const customPolicy: Case<S3AccessPolicyProps> = {
  title: 'The custom policy for S3',
  text: 'Name the regions in which nodes reach S3 through a VPC endpoint, and your own buckets that Systems Manager uses.',
  procedure: 'Task 1: (Optional) Create a custom policy for S3 bucket access',
  see: awsPage.instanceProfile,
  inputs: guideBuckets,
  toTheLetter: guideBucketsToTheLetter,
  differs: [
    differs.policiesByKind,
    differs.pairs,
    differs.ownersAclOnly,
    differs.listsToRead,
    differs.patchBuckets,
  ],
};

export const cases = [customPolicy];
