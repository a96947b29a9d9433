import { lacks, matches } from '../../generator/rules';
import type { Rule } from '../../generator/rules';
import { awsPage } from './aws-pages';

export const LONGEST_BUCKET_NAME = 63;

const characters = matches({
  pattern: `^[a-z0-9][a-z0-9.-]{1,${LONGEST_BUCKET_NAME - 2}}[a-z0-9]$`,
  refused: 'Example_Bucket',
  code: 'BucketName',
  must: `must be 3 to ${LONGEST_BUCKET_NAME} lower-case letters, digits, dots and hyphens, with a letter or digit at both ends`,
  remedy:
    'give the name, not the ARN or URL; names that S3 allowed in us-east-1 before March 2018 are not taken',
  see: awsPage.bucketNames,
});

const shape = lacks('\\.\\.|^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$', {
  refused: 'example..bucket',
  code: 'BucketNameDots',
  must: 'must not have two dots side by side or look like an IP address',
  remedy: 'correct it: S3 has no bucket of such a name',
  see: awsPage.bucketNames,
});

/** `-an` is not among them: buckets of an account's own regional namespace end so. */
const reserved = lacks('^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|\\.mrap|--(ol|x|table)-s3)$', {
  refused: 'amzn-s3-demo-bucket',
  code: 'BucketNameReserved',
  must: 'must not begin with xn--, sthree- or amzn-s3-demo-, or end with -s3alias, --ol-s3, .mrap, --x-s3 or --table-s3',
  remedy: 'give a general purpose bucket',
  see: awsPage.bucketNames,
});

/**
 * What S3 takes as the name of a general purpose bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketNameRules: readonly Rule<string>[] = [characters, shape, reserved];
