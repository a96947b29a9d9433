import type { RuleCase } from './rule-case';
import { inHybrid, ofLength } from './rule-case';

const bucket = (attributes: object): object[] => [{ name: 'own-bucket', ...attributes }];
const named = (...names: readonly (string | null)[]): object[][] =>
  names.map((name) => bucket({ name }));
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `own-bucket-${i}` }));

/** Choices of AWS's own, its regions and buckets, and the buckets of the caller. */
export const BUCKETS: readonly RuleCase[] = [
  inHybrid('CorePolicy', 'core_policy', ['AmazonEC2RoleforSSM'], ['AmazonEC2RoleForSSM', '']),
  inHybrid('AgentBuckets', 'agent_buckets', ['all', 'current', 'classic'], ['newest']),
  inHybrid(
    'BucketName',
    's3_buckets',
    named('a1b', ofLength(63)),
    named(null, 'ab', ofLength(64), 'Own', 'own_bucket', 'own-', '*', 'arn:aws:s3:::own'),
  ),
  inHybrid(
    'BucketNameDots',
    's3_buckets',
    named('a.b', '192.168.5.4.a'),
    named('a..b', '192.168.5.4'),
  ),
  inHybrid(
    'BucketNameReserved',
    's3_buckets',
    named('x-123456789012-us-east-2-an', 'axn--b', 'xn-b', 'b-s3aliases', 'b--x-s3a', 'mrap'),
    named(
      'xn--b',
      'sthree-b',
      'amzn-s3-demo-bucket',
      'b-s3alias',
      'b--ol-s3',
      'b.mrap',
      'b--x-s3',
      'b--table-s3',
    ),
  ),
  inHybrid(
    'BucketPrefix',
    's3_buckets',
    [bucket({ prefix: ofLength(128) }), bucket({ prefix: 'a/b c/' })],
    [
      bucket({ prefix: '' }),
      bucket({ prefix: ofLength(129) }),
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
  inHybrid('S3BucketCount', 's3_buckets', [many(8)], [many(9)]),
];
