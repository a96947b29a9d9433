import { ownBucket, s3Inputs } from '../../../modules/iam/s3-inputs';
import { ruleOf } from '../../fixtures/rule-of';

const { agentBuckets, s3Buckets } = s3Inputs;
const BUCKETS = new Map(s3Buckets.rules.map((rule) => [rule.code, rule]));
type OwnBucket = Parameters<typeof ownBucket.render>[0];

const KEY = 'arn:aws:kms:us-east-2:123456789012:key/1234abcd';

describe('the choice of agent buckets', () => {
  const rule = ruleOf(agentBuckets, 'AgentBuckets');

  test('is one of three', () => {
    expect(['all', 'classic', 'current'].every((choice) => rule.accepts(choice))).toBe(true);
    expect(['', 'ALL', 'none', 'legacy'].some((choice) => rule.accepts(choice))).toBe(false);
  });
});

describe('a bucket of the caller', () => {
  const accepts = (bucket: OwnBucket): boolean =>
    s3Buckets.rules.every((rule) => rule.accepts([bucket]));

  test.each<[string, OwnBucket]>([
    ['with a name of 3 characters', { name: 'abc' }],
    ['with a name of 63 characters', { name: 'a'.repeat(63) }],
    ['with dots, hyphens and digits', { name: '0a.b-c9' }],
    ['with null for everything else', { name: 'abc', prefix: null, access: null, kmsKeyArn: null }],
    ['with a prefix of one character', { name: 'abc', prefix: 'a' }],
    ['with a prefix that ends with a slash', { name: 'abc', prefix: 'logs/run/' }],
    ['with every character of a prefix', { name: 'abc', prefix: "aZ9_!.'()=+,@:;/- x" }],
    ['that is read', { name: 'abc', access: 'read' }],
    ['that is written from another account', { name: 'abc', access: 'write', crossAccount: true }],
    ['that is used from another account', { name: 'abc', crossAccount: true }],
    ['with a key', { name: 'abc', kmsKeyArn: KEY }],
  ])('is taken %s', (_, bucket) => {
    expect(accepts(bucket)).toBe(true);
  });

  test.each<[string, string, OwnBucket]>([
    ['BucketName', 'a name of 2 characters', { name: 'ab' }],
    ['BucketName', 'a name of 64 characters', { name: 'a'.repeat(64) }],
    ['BucketName', 'capitals', { name: 'Bucket' }],
    ['BucketName', 'an ARN', { name: 'arn:aws:s3:::abc' }],
    ['BucketName', 'a wildcard', { name: 'abc*' }],
    ['BucketName', 'a hyphen at the end', { name: 'abc-' }],
    ['BucketName', 'a dot at the beginning', { name: '.abc' }],
    ['BucketPrefix', 'no prefix at all', { name: 'abc', prefix: '' }],
    ['BucketPrefix', 'a space at the beginning', { name: 'abc', prefix: ' logs' }],
    ['BucketPrefix', 'a character that JSON escapes', { name: 'abc', prefix: 'a&b' }],
    ['BucketPrefix', 'a slash at the beginning', { name: 'abc', prefix: '/logs' }],
    ['BucketPrefix', 'a wildcard in the prefix', { name: 'abc', prefix: 'logs/*' }],
    ['BucketPrefix', 'a question mark in the prefix', { name: 'abc', prefix: 'log?' }],
    ['BucketPrefix', 'a policy variable', { name: 'abc', prefix: '${aws:username}' }],
    ['BucketAccess', 'an unknown access', { name: 'abc', access: 'readwrite' }],
    ['BucketAccess', 'no access', { name: 'abc', access: '' }],
    ['KmsKeyArn', 'an alias', { name: 'abc', kmsKeyArn: 'alias/abc' }],
  ])('is refused by %s: %s', (code, _, bucket) => {
    expect(BUCKETS.get(code)?.accepts([{ name: 'fine' }, bucket])).toBe(false);
  });

  test('is read and written, encrypted and of this account, unless it says otherwise', () => {
    expect(ownBucket.render({ name: 'abc' })).toEqual({
      name: 'abc',
      prefix: null,
      access: 'read-write',
      list: true,
      cross_account: false,
      encrypted: true,
      kms_key_arn: null,
    });
  });
});
