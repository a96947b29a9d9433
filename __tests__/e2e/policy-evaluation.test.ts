import type { Document } from './harness/account';
import { evaluate, holds, trusts } from './harness/policy-evaluation';

const like = (...values: string[]) => ({ StringLike: { 's3:prefix': values } });
const equals = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
const arn = (value: string) => ({ ArnLike: { 'aws:SourceArn': value } });
const SSM_ARN = 'arn:aws:ssm:us-east-2:123456789012:automation-execution/1';

/** What AWS documents of each operator, as a request that it holds for or not. */
const CONDITIONS: readonly (readonly [
  why: string,
  conditions: Parameters<typeof holds>[0],
  context: Readonly<Record<string, string>>,
  holds: boolean,
])[] = [
  ['no condition', undefined, {}, true],
  ['StringEquals: the same', equals, { 's3:x-amz-acl': 'bucket-owner-full-control' }, true],
  ['StringEquals: other case', equals, { 's3:x-amz-acl': 'Bucket-owner-full-control' }, false],
  ['StringEquals: longer', equals, { 's3:x-amz-acl': 'bucket-owner-full-control2' }, false],
  ['StringEquals: key absent', equals, {}, false],
  ['StringEquals: another key', equals, { 's3:prefix': 'bucket-owner-full-control' }, false],
  ['StringEquals: no wildcards', { StringEquals: { 'aws:x': 'a*' } }, { 'aws:x': 'ab' }, false],
  ['StringEquals: a star itself', { StringEquals: { 'aws:x': 'a*' } }, { 'aws:x': 'a*' }, true],
  ['keys of any case', equals, { 'S3:X-Amz-ACL': 'bucket-owner-full-control' }, true],
  ['StringLike: no wildcard', like('a'), { 's3:prefix': 'a' }, true],
  ['StringLike: no wildcard, longer', like('a'), { 's3:prefix': 'ab' }, false],
  ['StringLike: other case', like('a*'), { 's3:prefix': 'AB' }, false],
  ['StringLike: a star for many', like('a/*'), { 's3:prefix': 'a/b/c' }, true],
  ['StringLike: a star for none', like('a/*'), { 's3:prefix': 'a/' }, true],
  ['StringLike: a star for lines', like('a*c'), { 's3:prefix': 'a\nc' }, true],
  ['StringLike: a star in the middle', like('s3.*.com'), { 's3:prefix': 's3.x.com' }, true],
  ['StringLike: ends after it', like('s3.*.com'), { 's3:prefix': 's3.x.com.cn' }, false],
  ['StringLike: a dot is a dot', like('s3.com'), { 's3:prefix': 's3xcom' }, false],
  ['StringLike: a question mark for one', like('a?'), { 's3:prefix': 'ab' }, true],
  ['StringLike: a question mark for none', like('a?'), { 's3:prefix': 'a' }, false],
  ['StringLike: a question mark for two', like('a?'), { 's3:prefix': 'abc' }, false],
  ['StringLike: an escaped star', like('a${*}'), { 's3:prefix': 'ab' }, false],
  ['StringLike: an escaped star itself', like('a${*}'), { 's3:prefix': 'a*' }, true],
  ['StringLike: key absent', like('*'), {}, false],
  ['StringLike: key empty', like('*'), { 's3:prefix': '' }, true],
  ['several values: one of them', like('a', 'b'), { 's3:prefix': 'b' }, true],
  ['several values: none of them', like('a', 'b'), { 's3:prefix': 'c' }, false],
  ['several keys: all', { StringLike: { 'a:x': '1', 'a:y': '2' } }, { 'a:x': '1' }, false],
  [
    'several operators: all',
    { ...equals, ...like('a') },
    { 's3:prefix': 'a', 's3:x-amz-acl': 'private' },
    false,
  ],
  ['Bool: the same', { Bool: { 'a:x': 'true' } }, { 'a:x': 'True' }, true],
  ['Bool: the other', { Bool: { 'a:x': 'true' } }, { 'a:x': 'false' }, false],
  ['BoolIfExists: key absent', { BoolIfExists: { 'a:x': 'true' } }, {}, true],
  ['IfExists: key absent', { StringEqualsIfExists: { 'a:x': '1' } }, {}, true],
  ['IfExists: the same', { StringEqualsIfExists: { 'a:x': '1' } }, { 'a:x': '1' }, true],
  ['IfExists: something else', { StringEqualsIfExists: { 'a:x': '1' } }, { 'a:x': '2' }, false],
  ['LikeIfExists: key absent', { StringLikeIfExists: { 'a:x': '1*' } }, {}, true],
  ['LikeIfExists: something else', { StringLikeIfExists: { 'a:x': '1*' } }, { 'a:x': '2' }, false],
  ['ArnLike: stars', arn('arn:aws:ssm:*:123456789012:*'), { 'aws:SourceArn': SSM_ARN }, true],
  ['ArnLike: part by part', arn('arn:aws:*:123456789012:*'), { 'aws:SourceArn': SSM_ARN }, false],
  ['ArnLike: key absent', arn('*:*:*:*:*:*'), {}, false],
  [
    'ArnEquals has wildcards too',
    { ArnEquals: { 'aws:SourceArn': 'arn:aws:ssm:*:123456789012:*' } },
    { 'aws:SourceArn': SSM_ARN },
    true,
  ],
];

const document = (...statements: object[]): Document => ({
  Version: '2012-10-17',
  Statement: statements,
});
const reads = { Effect: 'Allow', Action: 's3:Get*', Resource: ['arn:aws:s3:::a/*'] };
const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::a/b', context: {} };

describe('the verdict of documents, by AWS’s word', () => {
  test.each(CONDITIONS)('condition: %s', (_why, conditions, context, expected) => {
    expect(holds(conditions, context)).toBe(expected);
  });

  test.each([
    ['allowed', [document(reads)], get, 'allow'],
    ['by any of several documents', [document(), document(reads)], get, 'allow'],
    ['by a statement that stands alone', [{ ...document(), Statement: reads }], get, 'allow'],
    ['an action of other case', [document(reads)], { ...get, action: 'S3:getobject' }, 'allow'],
    ['not named', [], get, 'deny'],
    ['another action', [document(reads)], { ...get, action: 's3:PutObject' }, 'deny'],
    ['another resource', [document(reads)], { ...get, resource: 'arn:aws:s3:::ab/b' }, 'deny'],
    [
      'a resource of other case',
      [document(reads)],
      { ...get, resource: 'arn:aws:s3:::A/b' },
      'deny',
    ],
    ['under a condition', [document({ ...reads, Condition: equals })], get, 'deny'],
    ['denied as well', [document(reads, { ...reads, Effect: 'Deny' })], get, 'deny'],
    [
      'denied under a condition that does not hold',
      [document(reads, { ...reads, Effect: 'Deny', Condition: equals })],
      get,
      'allow',
    ],
  ] as const)('request: %s', (_why, documents, request, expected) => {
    expect(evaluate(documents, request)).toBe(expected);
  });

  test('a variable is what the request says of itself', () => {
    const own = document({ ...reads, Resource: 'arn:aws:s3:::a/${aws:username}' });
    const by = (name: string) => ({ ...get, context: { 'aws:username': name } });

    expect(evaluate([own], by('b'))).toBe('allow');
    expect(evaluate([own], by('c'))).toBe('deny');
  });

  test('trust names the service and has its condition', () => {
    const Condition = { StringEquals: { 'aws:SourceAccount': '1' } };
    const Principal = { Service: ['ssm.amazonaws.com'] };
    const trust = document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, Condition });

    expect(trusts(trust, 'ssm.amazonaws.com', { 'aws:SourceAccount': '1' })).toBe('allow');
    expect(trusts(trust, 'ssm.amazonaws.com', { 'aws:SourceAccount': '2' })).toBe('deny');
    expect(trusts(trust, 'ssm.amazonaws.com', {})).toBe('deny');
    expect(trusts(trust, 'ec2.amazonaws.com', { 'aws:SourceAccount': '1' })).toBe('deny');
  });

  test('a trust lets the account that it names assume the role', () => {
    const root = 'arn:aws:iam::1:root';
    const trust = document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: root } });

    expect(trusts(trust, root, {})).toBe('allow');
    expect(trusts(trust, 'arn:aws:iam::2:root', {})).toBe('deny');
    expect(trusts(trust, 'ssm.amazonaws.com', {})).toBe('deny');
  });

  test.each([
    ['an operator', { ...reads, Condition: { StringNotEquals: { 'a:x': '1' } } }],
    ['an operator of sets', { ...reads, Condition: { 'ForAnyValue:StringLike': { 'a:x': '1' } } }],
    ['an element', { ...reads, NotResource: '*' }],
    ['a variable', { ...reads, Resource: 'arn:aws:s3:::a/${aws:username}' }],
  ])('%s that is not known is no verdict', (_what, statement) => {
    expect(() => evaluate([document(statement)], get)).toThrow('not known here');
  });
});
