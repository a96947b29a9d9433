import { ownBucket, s3Inputs } from '../../../modules/iam/s3-inputs';
import { ruleOf } from '../../fixtures/rule-of';

const { regions, agentBuckets, additionalAgentBuckets, s3Buckets } = s3Inputs;
const BUCKETS = new Map(s3Buckets.rules.map((rule) => [rule.code, rule]));
type OwnBucket = Parameters<typeof ownBucket.render>[0];

const KEY = 'arn:aws:kms:us-east-2:123456789012:key/1234abcd';

describe('regions', () => {
  const rule = ruleOf(regions, 'AgentBucketRegion');

  test.each([[[]], [['us-east-2', 'eu-south-1']], [['us-gov-west-1', 'cn-north-1']]])(
    'may be %j',
    (value) => {
      expect(rule.accepts(value)).toBe(true);
    },
  );

  test.each([[['us-east-3']], [['us-east-2', '*']], [['US-EAST-2']], [['']], [['us-iso-east-1']]])(
    'may not be %j',
    (value) => {
      expect(rule.accepts(value)).toBe(false);
    },
  );

  test('are tested in a plan against the same 38', () => {
    const listed =
      /^length\(setsubtract\(x, split\(" ", "(.*)"\)\)\) == 0$/.exec(rule.condition('x'))?.[1] ??
      '';
    const named = listed.split(' ');

    expect(named).toHaveLength(38);
    expect(named).toEqual(expect.arrayContaining(['af-south-1', 'us-east-2', 'us-gov-west-1']));
  });
});

describe('the choice of agent buckets', () => {
  const rule = ruleOf(agentBuckets, 'AgentBuckets');

  test('is one of three', () => {
    expect(['all', 'classic', 'current'].every((choice) => rule.accepts(choice))).toBe(true);
    expect(['', 'ALL', 'none', 'legacy'].some((choice) => rule.accepts(choice))).toBe(false);
    expect(rule.condition('x')).toBe('contains(["all", "classic", "current"], x)');
  });
});

describe('more agent buckets', () => {
  const codesOf = (value: Record<string, string[]>): string[] =>
    additionalAgentBuckets.rules.filter((rule) => !rule.accepts(value)).map(({ code }) => code);

  test('may be of any region, known or not', () => {
    expect(codesOf({})).toEqual([]);
    expect(
      codesOf({ 'us-east-2': ['abc'], 'xx-newest-7': ['amazon-ssm-xx-newest-7', 'b.c'] }),
    ).toEqual([]);
  });

  test.each<[string, Record<string, string[]>]>([
    ['RegionName', { newest: ['abc'] }],
    ['NoAgentBuckets', { 'us-east-2': ['abc'], 'us-east-9': [] }],
    ['BucketName', { 'us-east-9': ['abc', 'abc/*'] }],
    ['BucketNameDots', { 'us-east-9': ['a..b'] }],
    ['BucketNameReserved', { 'us-east-9': ['xn--abc'] }],
  ])('are refused by %s: %j', (code, value) => {
    expect(codesOf(value)).toEqual([code]);
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
    ['with a prefix of 500 characters', { name: 'abc', prefix: 'a'.repeat(500) }],
    ['with a prefix that ends with a slash', { name: 'abc', prefix: 'logs/run/' }],
    ['with every character of a prefix', { name: 'abc', prefix: "aZ9_!.'()=+,@:&;/- x" }],
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
    ['BucketNameDots', 'two dots side by side', { name: 'a..b' }],
    ['BucketNameReserved', 'the suffix of an alias', { name: 'abc-s3alias' }],
    ['BucketPrefix', 'no prefix at all', { name: 'abc', prefix: '' }],
    ['BucketPrefix', 'a prefix of 501 characters', { name: 'abc', prefix: 'a'.repeat(501) }],
    ['BucketPrefix', 'a slash at the beginning', { name: 'abc', prefix: '/logs' }],
    ['BucketPrefix', 'a wildcard in the prefix', { name: 'abc', prefix: 'logs/*' }],
    ['BucketPrefix', 'a question mark in the prefix', { name: 'abc', prefix: 'log?' }],
    ['BucketPrefix', 'a policy variable', { name: 'abc', prefix: '${aws:username}' }],
    ['BucketAccess', 'an unknown access', { name: 'abc', access: 'readwrite' }],
    ['BucketAccess', 'no access', { name: 'abc', access: '' }],
    ['KmsKeyArn', 'an alias', { name: 'abc', kmsKeyArn: 'alias/abc' }],
    [
      'CrossAccountReads',
      'cross-account access to read',
      { name: 'abc', access: 'read', crossAccount: true },
    ],
  ])('is refused by %s: %s', (code, _, bucket) => {
    expect(BUCKETS.get(code)?.accepts([{ name: 'fine' }, bucket])).toBe(false);
  });

  test('is read and written, encrypted and of this account, unless it says otherwise', () => {
    expect(ownBucket.render({ name: 'abc' })).toEqual({
      name: 'abc',
      prefix: null,
      access: 'read-write',
      cross_account: false,
      encrypted: true,
      kms_key_arn: null,
    });
  });
});
