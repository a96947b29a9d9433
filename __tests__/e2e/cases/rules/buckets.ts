import type { RuleCase } from './rule-case';
import { inHybrid, inS3, ofLength } from './rule-case';

const bucket = (attributes: object): object[] => [{ name: 'own-bucket', ...attributes }];
const named = (...names: readonly (string | null)[]): object[][] =>
  names.map((name) => bucket({ name }));
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ name: `own-bucket-${i}-`.padEnd(63, 'x') }));

/** Choices of AWS's own, its regions and buckets, and the buckets of the caller. */
export const BUCKETS: readonly RuleCase[] = [
  inHybrid('CorePolicy', 'core_policy', {
    good: ['AmazonEC2RoleforSSM', null],
    bad: ['AmazonEC2RoleForSSM', ''],
  }),
  inHybrid('AgentBuckets', 'agent_buckets', {
    good: ['all', 'current', 'classic'],
    bad: ['newest'],
  }),
  inHybrid('BucketName', 's3_buckets', {
    good: named('a1b', ofLength(63), 'a.b', 'x-123456789012-us-east-2-an'),
    bad: named(null, 'ab', ofLength(64), 'Own', 'own_bucket', 'own-', '*', 'arn:aws:s3:::own'),
  }),
  inHybrid('BucketPrefix', 's3_buckets', {
    good: [bucket({ prefix: ofLength(900) }), bucket({ prefix: 'a/b c/' })],
    bad: [
      bucket({ prefix: '' }),
      bucket({ prefix: ' a' }),
      bucket({ prefix: '/a' }),
      bucket({ prefix: 'a*' }),
      bucket({ prefix: '$${aws:username}' }),
    ],
  }),
  inHybrid('BucketAccess', 's3_buckets', {
    good: [bucket({ access: 'read' }), bucket({ access: 'write' })],
    bad: [bucket({ access: 'readwrite' })],
  }),
  inHybrid('CrossAccountReads', 's3_buckets', {
    good: [bucket({ access: 'write', cross_account: true })],
    bad: [bucket({ access: 'read', cross_account: true })],
  }),
  inHybrid('S3PolicySize', 's3_buckets', { good: [many(24)], bad: [many(25)] }),
  inS3('S3PolicySize', 's3_buckets', { good: [many(24)], bad: [many(25)] }),
];
