import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';

/**
 * How the name of a general purpose bucket is spelled. That S3 reserves some
 * names is not looked at: a policy may name a bucket that there is not.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName = matches({
  pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
  refused: 'Example_Bucket',
  code: 'BucketName',
  must: 'must be 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends',
  remedy: 'give the name, not the ARN or URL',
  see: awsPage.bucketNames,
});
