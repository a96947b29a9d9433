/** What IAM, S3 and KMS take: where values lie within it, at its limit, and past it. */

import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import { allow, policy } from '../cases/statements';
import { choice, hostile, names, ofLength } from './texts';
import type { Range } from './texts';

const ACCOUNT = '123456789012';
const REGIONS = Object.keys(PATCH_BUCKETS);
export const NAME = 'abzABZ019_+=,.@-';

export const roleName = names(NAME, 64);
export const policyName = names(NAME, 128);
export const s3PolicyName = names(NAME, 120);
/** A name that the provider checks by itself: rules.test.ts has what it says of those past the limit. */
export const left = <T>(range: Range<T>): Range<T> => ({ ...range, past: range.limit });
const PATH = 'abAB09.,+@=_-';
export const path: Range<string> = {
  plain: fc.constantFrom('/', '/team/', '/team/ssm/'),
  limit: fc
    .oneof(ofLength(PATH, 510), ofLength(PATH, 30), fc.constantFrom('a', 'a/b'))
    .map((text) => `/${text}/`),
  past: fc.oneof(
    hostile,
    fc.constantFrom('/a*b/', '/${x}/', '/?/', '/"}/', '/\\/', 'a/', '/a'),
    ofLength(PATH, 511).map((text) => `/${text}/`),
  ),
};
/** ARNs that begin so. */
const arnsOf = (
  start: string,
  names: readonly string[],
  limit: Arbitrary<string>,
  past: Arbitrary<string> = hostile,
): Range<string> => {
  const whole = (name: string): string => `arn:aws:${start}${name}`;
  return {
    plain: fc.constantFrom(...names).map(whole),
    limit: limit.map(whole),
    past: fc.oneof(hostile, past.map(whole)),
  };
};
const arnOf = (start: string, longest: number): Range<string> =>
  arnsOf(start, ['One', 'Two', 'Three'], ofLength(NAME, longest));
const accountNumber = { plain: fc.constant('210987654321'), limit: fc.constant('000000000001') };
/** Where it has to be given. */
export const otherAccountId: Range<string> = {
  ...accountNumber,
  past: fc.oneof(hostile, fc.constantFrom('21098765432', '2109876543210')),
};
export const roleWithPath = (longest: number): Range<string> => ({
  plain: fc.constantFrom('One', 'team/One'),
  limit: fc.oneof(
    ofLength(NAME, longest),
    ofLength(NAME, longest - 2).map((name) => `a/${name}`),
  ),
  past: fc.oneof(hostile, fc.constantFrom('', '/a', 'a/', 'a//b'), ofLength(NAME, longest + 1)),
});
export const organizationId: Range<string> = {
  plain: fc.constantFrom('o-exampleorgid'),
  limit: fc.oneof(ofLength('a9', 10), ofLength('a9', 32)).map((id) => `o-${id}`),
  past: fc.oneof(hostile, fc.constantFrom('o-', 'o-EXAMPLEORG'), ofLength('a', 33)),
};
export const policyArn = arnOf(`iam::${ACCOUNT}:policy/`, 128);
export const roleArn = arnOf(`iam::${ACCOUNT}:role/`, 64);
export const functionArn = arnsOf(
  `lambda:us-east-2:${ACCOUNT}:function:`,
  ['one'],
  ofLength('ab_-9', 64).map((name) => `${name}:$LATEST`),
);
export const logGroupArn = arnsOf(
  `logs:us-east-2:${ACCOUNT}:log-group:`,
  ['/aws/ssm/sessions'],
  ofLength('ab./#_-9', 512),
);
export const alarmArn = arnsOf(
  `cloudwatch:us-east-2:${ACCOUNT}:alarm:`,
  ['web'],
  ofLength('ab_ -9>%"\\', 255),
);
/** Of a service whose names are letters, digits, _ and -. */
const namedArn = (start: string, longest: number): Range<string> => {
  const past = fc.oneof(hostile, fc.constantFrom('a.fifo', 'a:1'));
  return arnsOf(start, ['one', 'two'], ofLength('ab_-9', longest), past);
};
export const topicArn = namedArn(`sns:us-east-2:${ACCOUNT}:`, 256);
export const stateMachineArn = namedArn(`states:us-east-2:${ACCOUNT}:stateMachine:`, 80);
export const service: Range<string> = {
  plain: fc.constantFrom('ec2.amazonaws.com', 'ssm.amazonaws.com', 'ecs-tasks.amazonaws.com'),
  limit: ofLength('ab9-', 63).map((name) => `${name}.amazonaws.com`),
  past: fc.oneof(
    hostile,
    hostile.map((text) => `${text}.amazonaws.com`),
  ),
};
/** None of Systems Manager, which its own protection refuses. */
export const trustedService: Range<string> = {
  ...service,
  plain: fc.constantFrom(
    'ec2.amazonaws.com',
    'events.amazonaws.com',
    'ssm-incidents.amazonaws.com',
  ),
  past: fc.oneof(service.past, fc.constant('ssm.amazonaws.com')),
};
export const documentName: Range<string> = {
  plain: fc.constantFrom('AWS-RestartEC2Instance', 'Restart', 'Rotate'),
  limit: fc.oneof(ofLength('abAB09_.-', 128), ofLength('abAB09_.-', 3)),
  past: fc.oneof(
    hostile,
    fc.constantFrom('ab', 'AWS-*', 'Restart:1'),
    ofLength('ab', 129),
    fc.constant(`arn:aws:ssm:us-east-2:${ACCOUNT}:document/Restart`),
  ),
};
/** Mostly with the shell, which another document may stand beside. */
export const sessionDocument: Range<string> = {
  ...documentName,
  plain: fc.constantFrom('SSM-SessionManagerRunShell', 'AWS-StartSSHSession', 'Restart'),
};
export const nodeId: Range<string> = {
  plain: fc.constantFrom('i-02573cafcfEXAMPLE', 'mi-02573cafcfEXAMPLE', 'i-1234abcd'),
  limit: fc.oneof(
    ofLength('abAB09', 8).map((id) => `i-${id}`),
    ofLength('abAB09', 17).map((id) => `i-${id}`),
    ofLength('abAB09', 17).map((id) => `mi-${id}`),
  ),
  past: fc.oneof(
    hostile,
    fc.constantFrom('i-', 'i-*', 'mi-1234abcd', 'i-02573cafcfEXAMPL', 'mi-02573cafcfEXAMPL?'),
  ),
};
export const sessionRegion: Range<string> = {
  plain: fc.constantFrom('us-east-2', 'eu-central-1'),
  limit: fc.constantFrom('us-gov-west-1', 'us-iso-east-1', 'ap-southeast-6'),
  past: fc.oneof(hostile, fc.constantFrom('us-*-2', 'us-east', 'US-EAST-2')),
};
export const description: Range<string | null> = {
  plain: fc.constantFrom(null, '', 'Some role.'),
  limit: fc.oneof(
    ofLength('ab "\\${}%*é', 400),
    fc.constant('a'.repeat(1000)),
    fc.constant('é'.repeat(500)),
  ),
  // of a role the provider counts bytes: see provider-words.ts
  past: fc.constantFrom('a'.repeat(1001), 'é'.repeat(501), 'é'.repeat(1000)),
};
const tagText = 'aZ9 _.:/=+-@éกำ';
const tagMap = (key: Arbitrary<string>, value: Arbitrary<string>, most: number) =>
  fc.dictionary(key, value, { maxKeys: most });
export const tags: Range<Record<string, string> | null> = {
  plain: fc.option(tagMap(fc.constantFrom('team', 'env', 'Cost'), fc.constantFrom('', 'x y'), 3)),
  limit: fc.oneof(
    tagMap(ofLength(tagText, 128), ofLength(tagText, 256), 4),
    fc.constant(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 'v']))),
  ),
  past: fc.oneof(tagMap(hostile, fc.constant('x'), 2), tagMap(fc.constant('k'), hostile, 1)),
};
const COMPARED = 'aZ9 _.:/=+-@éØ';
export const comparedTags: Range<Record<string, string>> = {
  plain: tagMap(fc.constantFrom('Team', 'Stage', 'aws:x'), fc.constantFrom('', 'web', 'a b'), 2),
  limit: tagMap(ofLength(COMPARED, 128), ofLength(COMPARED, 256), 2),
  past: fc.oneof(tagMap(hostile, fc.constant('x'), 1), tagMap(fc.constant('k'), hostile, 1)),
};
const documentOf = (resource: string, indent?: number): string =>
  JSON.stringify(policy(allow('s3:GetObject', resource)), null, indent);
const LONGEST_RESOURCE = 10_240 - documentOf('').length;
/** As long as IAM allows the inline policies of a role to be together. */
export const LONGEST_INLINE = documentOf('a'.repeat(LONGEST_RESOURCE));
export const inlinePolicies: Range<Record<string, string> | null> = {
  plain: fc.constantFrom(null, {}, { mine: documentOf('arn:aws:s3:::mine/*') }),
  limit: fc.constantFrom<Record<string, string>>(
    { long: LONGEST_INLINE },
    { long: documentOf('a'.repeat(LONGEST_RESOURCE), 8) },
    { 'a@b': `\n\t ${documentOf('arn:aws:s3:::${aws:username}/é%{x}"\\<&>*')}` },
  ),
  past: fc.oneof(
    hostile.map((text) => ({ mine: text })),
    fc.constantFrom<Record<string, string>>(
      { long: documentOf('a'.repeat(LONGEST_RESOURCE + 1)) },
      { SSMAutomationPermissions: documentOf('x') },
    ),
  ),
};
export const additionalPolicyArns: Range<Record<string, string> | null> = {
  plain: fc.option(
    fc.dictionary(fc.constantFrom('a', 'b'), fc.constant(`arn:aws:iam::${ACCOUNT}:policy/A`), {
      maxKeys: 1,
    }),
  ),
  limit: fc
    .tuple(fc.array(policyArn.limit, { maxLength: 24 }), fc.constantFrom('key ', '${k}"', '*'))
    .map(([arns, key]) =>
      Object.fromEntries([...new Set(arns)].map((arn, i) => [`${key}${i}`, arn])),
    ),
  past: fc.oneof(
    policyArn.past.map((arn) => ({ one: arn })),
    fc.constantFrom<Record<string, string>>(
      { a: 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore' },
      { AmazonSSMManagedInstanceCore: `arn:aws:iam::${ACCOUNT}:policy/A` },
      { a: `arn:aws:iam::${ACCOUNT}:policy/A`, b: `arn:aws:iam::${ACCOUNT}:policy/A` },
    ),
  ),
};
const bucketName: Range<string> = {
  plain: fc.constantFrom('own-bucket', 'other.bucket', 'abc'),
  // S3 makes no buckets of the last names, but IAM takes policies about them
  limit: fc.oneof(ofLength('ab09', 63), fc.constantFrom('a..b', '192.168.5.4', 'xn--a', 'a--x-s3')),
  past: fc.oneof(
    hostile,
    ofLength('ab09', 64),
    fc.constantFrom('Capital', 'ab', '-ab', 'ab.', 'a_b'),
  ),
};
const prefix: Range<string> = {
  plain: fc.constantFrom('logs', 'a/b/'),
  limit: fc.oneof(
    ofLength("aZ9!.'()=+,@:;/ _-", 127).map((text) => `a${text}`),
    ofLength('a/', 900).map((text) => `a${text}`),
  ),
  past: fc.oneof(hostile, fc.constantFrom('', '/a', ' a', 'a*b', 'a?', 'é')),
};
export const kmsKeyArn = arnsOf(
  `kms:us-east-2:${ACCOUNT}:key/`,
  ['1234abcd-12ab-34cd-56ef-1234567890ab'],
  ofLength('abf019-', 49),
);
/** Seldom so long that five do not fit into a policy. */
const parameter = (start: string): Range<string> => ({
  plain: fc.constantFrom('web', 'web/eu', 'batch').map((name) => `${start}${name}`),
  limit: fc
    .oneof(ofLength('abAB09_.-', 60), fc.constantFrom('_', '.', '-/9', '9/-._'))
    .map((name) => `${start}b${name}`),
  past: fc.oneof(
    hostile,
    hostile.map((text) => `${start}${text}`),
    fc.constantFrom('', '//', '/a//b', '/a/', 'aws', '/aws/x', '/ssM', '/a*', 'a:1', '/é'),
    ofLength('ab', 1012),
  ),
});
export const parameterPath: Range<string> = {
  ...parameter('/'),
  limit: fc.oneof(parameter('/').limit, fc.constant('/')),
  past: fc.oneof(parameter('/').past, fc.constant('web')),
};
export const parameterName: Range<string> = {
  ...parameter(''),
  limit: fc.oneof(parameter('').limit, parameter('/').limit),
};
const bucketWith = (part: 'plain' | 'limit') =>
  fc
    .record({
      name: bucketName[part],
      prefix: fc.option(prefix[part]),
      access: fc.constantFrom('read-write', 'read', 'write', null),
      list: fc.option(fc.boolean()),
      cross_account: fc.option(fc.boolean()),
      encrypted: fc.option(fc.boolean()),
      kms_key_arn: fc.option(kmsKeyArn[part]),
    })
    // reading goes with no access control list
    .map((one) => (one.access === 'read' ? { ...one, cross_account: null } : one));
export const bucket: Range<object> = {
  plain: bucketWith('plain'),
  limit: bucketWith('limit'),
  past: fc.oneof(
    bucketName.past.map((name) => ({ name })),
    prefix.past.map((past) => ({ name: 'abc', prefix: past })),
    kmsKeyArn.past.map((arn) => ({ name: 'abc', kms_key_arn: arn })),
    hostile.map((access) => ({ name: 'abc', access })),
    fc.constant({ name: 'abc', access: 'read', cross_account: true }),
  ),
};
export const regions: Range<string[] | null> = {
  plain: fc.option(fc.subarray(REGIONS, { maxLength: 3 })),
  limit: fc.oneof(fc.constant(REGIONS), fc.subarray(REGIONS)),
  past: fc.oneof(
    hostile.map((text) => [text]),
    fc.constant<string[]>(['us-east-2', 'us-gov-west-1']),
  ),
};
export const partition = choice<string | null>(
  [null, 'aws'],
  fc.oneof(hostile, fc.constantFrom('aws-us-gov', 'aws-x')),
);
export const accountId = choice([null, ACCOUNT, '000000000001'], hostile);
