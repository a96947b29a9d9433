import { bucketNameRules } from '../../../modules/iam/bucket-names';

/** Codes of the rules that refuse a name. */
const refusedBy = (name: string): string[] =>
  bucketNameRules.filter((rule) => !rule.accepts(name)).map(({ code }) => code);

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
    'mrap',
  ])('%s', (name) => {
    expect(refusedBy(name)).toEqual([]);
  });
});

describe('a name is refused', () => {
  test.each([
    ['BucketName', 'ab'],
    ['BucketName', 'a'.repeat(64)],
    ['BucketName', 'Bucket'],
    ['BucketName', 'a_bucket'],
    ['BucketName', '-abc'],
    ['BucketName', 'abc-'],
    ['BucketName', '.abc'],
    ['BucketName', 'abc.'],
    ['BucketName', 'ab c'],
    ['BucketName', 'abc*'],
    ['BucketName', 'arn:aws:s3:::abc'],
    ['BucketNameDots', 'a..b'],
    ['BucketNameDots', '192.168.5.4'],
    ['BucketNameReserved', 'xn--abc'],
    ['BucketNameReserved', 'sthree-abc'],
    ['BucketNameReserved', 'amzn-s3-demo-bucket'],
    ['BucketNameReserved', 'abc-s3alias'],
    ['BucketNameReserved', 'abc--ol-s3'],
    ['BucketNameReserved', 'abc.mrap'],
    ['BucketNameReserved', 'abc--x-s3'],
    ['BucketNameReserved', 'abc--table-s3'],
  ])('by %s: %s', (code, name) => {
    expect(refusedBy(name)).toEqual([code]);
  });
});

test('who has a bucket with an old name learns why it is not taken', () => {
  expect(bucketNameRules[0]?.remedy).toContain('before March 2018');
});
