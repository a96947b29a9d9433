import { bucketName } from '../../../modules/iam/bucket-names';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
describe('a name is taken', () => {
  test.each([
    'abc',
    'a'.repeat(63),
    '0a.b-c9',
    'example.com',
    'a-.b',
    '1.2.3',
    '1.2.3.4.5',
    'a1.2.3.4',
    'my-xn--bucket',
    'my-sthree-bucket',
    'x-123456789012-us-east-2-an',
    'my-s3alias-bucket',
    'a..b',
    'xn--abc',
  ])('%s', (name) => {
    expect(bucketName.accepts(name)).toBe(true);
  });
});

describe('a name is refused', () => {
  test.each([
    'ab',
    'a'.repeat(64),
    'Bucket',
    'a_bucket',
    '-abc',
    'abc-',
    '.abc',
    'abc.',
    'ab c',
    'abc*',
    'arn:aws:s3:::abc',
  ])('%s', (name) => {
    expect(bucketName.accepts(name)).toBe(false);
  });
});
