import type { RuleCase } from './rule-case';
import { inHybrid, inS3, ofLength, several } from './rule-case';

const bucket = (attributes: object): object[] => [{ name: 'own-bucket', ...attributes }];
const named = (...names: readonly (string | null)[]): object[][] =>
  names.map((name) => bucket({ name }));
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `own-bucket-${i}-`.padEnd(63, 'x') }));

/** Choices of AWS's own, its regions and buckets, and the buckets of the caller. */
export const BUCKETS: readonly RuleCase[] = [
  inHybrid('CorePolicy', 'core_policy', ['AmazonEC2RoleforSSM', null], ['AmazonEC2RoleForSSM', '']),
  inHybrid('AgentBuckets', 'agent_buckets', ['all', 'current', 'classic'], ['newest']),
  inHybrid(
    'BucketName',
    's3_buckets',
    named('a1b', ofLength(63), 'a.b', 'x-123456789012-us-east-2-an'),
    named(null, 'ab', ofLength(64), 'Own', 'own_bucket', 'own-', '*', 'arn:aws:s3:::own'),
  ),
  inHybrid(
    'BucketPrefix',
    's3_buckets',
    [bucket({ prefix: ofLength(900) }), bucket({ prefix: 'a/b c/' })],
    [
      bucket({ prefix: '' }),
      bucket({ prefix: ' a' }),
      bucket({ prefix: '/a' }),
      bucket({ prefix: 'a*' }),
      bucket({ prefix: '$${aws:username}' }),
    ],
  ),
  inHybrid(
    'BucketAccess',
    's3_buckets',
    [bucket({ access: 'read' }), bucket({ access: 'write' })],
    [bucket({ access: 'readwrite' })],
  ),
  inHybrid(
    'CrossAccountReads',
    's3_buckets',
    [bucket({ access: 'write', cross_account: true })],
    [bucket({ access: 'read', cross_account: true })],
  ),
  several(inHybrid('S3PolicySize', 's3_buckets', [many(24)], [many(25)])),
  several(inS3('S3PolicySize', 's3_buckets', [many(24)], [many(25)])),
];
