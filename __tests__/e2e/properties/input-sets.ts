import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { PATCH_BUCKETS } from '../../fixtures/patch-bucket-table';
import { choice, flag, hostile, names, ofLength, orNull, several } from './texts';
import type { Range } from './texts';

const ACCOUNT = '123456789012';
const REGIONS = Object.keys(PATCH_BUCKETS);
const NAME = 'abzABZ019_+=,.@-';
const PRINTABLE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join('');

const roleName = names(NAME, 64);
const policyName = names(NAME, 128);
const rolePath: Range<string> = {
  plain: fc.constantFrom('/', '/team/', '/team/ssm/'),
  limit: fc
    .oneof(
      ofLength(PRINTABLE, 510),
      ofLength('abAB09.,+@=_-', 30),
      fc.constantFrom('a*b', '${x}', '?', '"}', '\\', 'a', 'a/b'),
    )
    .map((text) => `/${text}/`),
  past: fc.oneof(
    hostile,
    ofLength(PRINTABLE, 511).map((text) => `/${text}/`),
  ),
};
const policyPath: Range<string> = {
  plain: rolePath.plain,
  limit: ofLength('abAB09.,+@=_-', 510).map((text) => `/${text}/`),
  past: fc.oneof(hostile, fc.constantFrom('/a*b/', 'a/', '/a')),
};
const arnOf = (resource: string, longest: number): Range<string> => ({
  plain: fc.constantFrom('One', 'Two', 'Three').map((name) => `arn:aws:${resource}${name}`),
  limit: ofLength(NAME, longest).map((name) => `arn:aws:${resource}${name}`),
  past: fc.oneof(
    hostile,
    hostile.map((text) => `arn:aws:${resource}${text}`),
  ),
});
const policyArn = arnOf(`iam::${ACCOUNT}:policy/`, 128);
const roleArn = arnOf(`iam::${ACCOUNT}:role/`, 64);
const functionArn: Range<string> = {
  plain: fc.constantFrom(`arn:aws:lambda:us-east-2:${ACCOUNT}:function:one`),
  limit: ofLength('ab_-9', 64).map(
    (name) => `arn:aws:lambda:us-east-2:${ACCOUNT}:function:${name}:$LATEST`,
  ),
  past: arnOf(`lambda:us-east-2:${ACCOUNT}:function:`, 1).past,
};
const service: Range<string> = {
  plain: fc.constantFrom('ec2.amazonaws.com', 'ssm.amazonaws.com', 'ecs-tasks.amazonaws.com'),
  limit: ofLength('ab9-', 63).map((name) => `${name}.amazonaws.com`),
  past: fc.oneof(
    hostile,
    hostile.map((text) => `${text}.amazonaws.com`),
  ),
};
const description: Range<string | null> = {
  plain: fc.constantFrom(null, '', 'Some role.'),
  limit: fc.oneof(
    ofLength('ab "\\${}%*é', 400),
    fc.constant('a'.repeat(1000)),
    fc.constant('é'.repeat(500)),
  ),
  past: fc.oneof(hostile, fc.constant('a'.repeat(1001)), fc.constant('é'.repeat(501))),
};
const tagText = 'aZ9 _.:/=+-@éกำ';
const tagMap = (key: Arbitrary<string>, value: Arbitrary<string>, most: number) =>
  fc.dictionary(key, value, { maxKeys: most });
const tags: Range<Record<string, string> | null> = {
  plain: fc.option(tagMap(fc.constantFrom('team', 'env', 'Cost'), fc.constantFrom('', 'x y'), 3)),
  limit: fc.oneof(
    tagMap(ofLength(tagText, 128), ofLength(tagText, 256), 4),
    fc.constant(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 'v']))),
  ),
  past: fc.oneof(
    tagMap(fc.oneof(hostile, ofLength(tagText, 129)), fc.constant('x'), 2),
    tagMap(fc.constant('k'), fc.oneof(hostile, ofLength(tagText, 257)), 1),
    fc.constantFrom({ 'aws:x': '' }, { Team: 'a', team: 'b' }),
    fc.constant(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v']))),
  ),
};
const documentOf = (resource: string, indent?: number): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: resource }],
    },
    null,
    indent,
  );
const LONGEST_RESOURCE = 10_240 - documentOf('').length;
const inlinePolicies: Range<Record<string, string> | null> = {
  plain: fc.constantFrom(null, {}, { mine: documentOf('arn:aws:s3:::mine/*') }),
  limit: fc.constantFrom<Record<string, string>>(
    { long: documentOf('a'.repeat(LONGEST_RESOURCE)) },
    { long: documentOf('a'.repeat(LONGEST_RESOURCE), 8) },
    { 'a@b': `\n\t ${documentOf('arn:aws:s3:::${aws:username}/é%{x}"\\<&>*')}` },
  ),
  past: fc.oneof(
    hostile.map((text) => ({ mine: text })),
    hostile.map((text) => ({ [text]: documentOf('x') })),
    fc.constantFrom<Record<string, string>>(
      { long: documentOf('a'.repeat(LONGEST_RESOURCE + 1)) },
      { mine: documentOf('“') },
      { SSMAutomationPermissions: documentOf('x') },
    ),
  ),
};
const additionalPolicyArns: Range<Record<string, string> | null> = {
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
      { AmazonSSMFullAccess: `arn:aws:iam::${ACCOUNT}:policy/A` },
      { a: `arn:aws:iam::${ACCOUNT}:policy/A`, b: `arn:aws:iam::${ACCOUNT}:policy/A` },
    ),
  ),
};
const bucketName: Range<string> = {
  plain: fc.constantFrom('own-bucket', 'other.bucket', 'abc'),
  limit: ofLength('ab09', 63),
  past: fc.oneof(
    hostile,
    fc.constantFrom('a..b', '192.168.5.4', 'xn--a', 'a--x-s3', 'Capital', 'ab'),
  ),
};
const prefix: Range<string> = {
  plain: fc.constantFrom('logs', 'a/b/'),
  limit: ofLength("aZ9!.'()=+,@:&;/ _-", 499).map((text) => `a${text}`),
  past: fc.oneof(hostile, fc.constant('a'.repeat(501))),
};
const kmsKeyArn: Range<string> = {
  plain: fc.constantFrom(
    `arn:aws:kms:us-east-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  ),
  limit: ofLength('abf019-', 49).map((id) => `arn:aws:kms:us-east-2:${ACCOUNT}:key/${id}`),
  past: arnOf(`kms:us-east-2:${ACCOUNT}:key/`, 1).past,
};
const bucketWith = (part: 'plain' | 'limit') =>
  fc
    .record({
      name: bucketName[part],
      prefix: fc.option(prefix[part]),
      access: fc.constantFrom('read-write', 'read', 'write', null),
      cross_account: fc.option(fc.boolean()),
      encrypted: fc.option(fc.boolean()),
      kms_key_arn: fc.option(kmsKeyArn[part]),
    })
    // reading goes with no access control list
    .map((one) => (one.access === 'read' ? { ...one, cross_account: null } : one));
const bucket: Range<object> = {
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
const regions: Range<string[] | null> = {
  plain: fc.option(fc.subarray(REGIONS, { maxLength: 3 })),
  limit: fc.oneof(fc.constant(REGIONS), fc.subarray(REGIONS)),
  past: fc.oneof(
    hostile.map((text) => [text]),
    fc.constant<string[]>(['us-east-2', 'us-gov-west-1']),
  ),
};
const additionalAgentBuckets: Range<Record<string, string[]> | null> = {
  plain: fc.constant(null),
  limit: fc.uniqueArray(bucketName.limit, { minLength: 1, maxLength: 60 }).map((buckets) => ({
    'xx-new-1': buckets,
    'us-east-2': ['aws-ssm-us-east-2', 'newest-bucket'],
  })),
  past: fc.oneof(
    hostile.map((text) => ({ [text]: ['abc'] })),
    hostile.map((text) => ({ 'xx-new-1': [text] })),
    fc.constantFrom<Record<string, string[]>>({ 'xx-new-1': [] }),
    fc.constant({ 'xx-new-1': Array.from({ length: 99 }, (_, i) => `${'a'.repeat(58)}${i}`) }),
  ),
};
const partition = choice<string | null>(
  [null, 'aws'],
  fc.oneof(hostile, fc.constantFrom('aws-us-gov', 'aws-x')),
);
const accountId = choice([null, ACCOUNT, '000000000001'], hostile);

type Ranges = Readonly<Record<string, Range>>;

const role: Ranges = {
  role_name: orNull(roleName),
  path: orNull(rolePath),
  description,
  permissions_boundary: orNull(policyArn),
  max_session_duration: choice<number | null>(
    [null, 3600, 43200],
    fc.constantFrom(3599, 43201, 4000.5),
  ),
  force_detach_policies: flag,
  additional_policy_arns: additionalPolicyArns,
  inline_policies: inlinePolicies,
  exclusive_policies: flag,
  tags,
  partition,
};
const core: Ranges = {
  core_policy: choice([null, 'AmazonEC2RoleforSSM'], hostile),
  directory_service: flag,
  cloudwatch_agent: flag,
};
const s3: Ranges = {
  regions,
  agent_buckets: choice([null, 'all', 'current', 'classic'], hostile),
  additional_agent_buckets: additionalAgentBuckets,
  s3_buckets: several(bucket, 20),
};

/** For each module, the range of each of its inputs. */
export const RANGES: Readonly<Record<string, Ranges>> = {
  'hybrid-service-role': {
    ...role,
    ...core,
    ...s3,
    s3_policy_name: orNull(policyName),
    confused_deputy_protection: flag,
    account_id: accountId,
  },
  'instance-profile': {
    ...role,
    ...core,
    ...s3,
    s3_policy_name: orNull(policyName),
    create_role: choice([null, true, true], fc.constant(false)),
    existing_role_name: { ...orNull(roleName), plain: fc.constant(null), limit: fc.constant(null) },
    create_instance_profile: flag,
    instance_profile_name: orNull(policyName),
  },
  'automation-service-role': {
    ...role,
    confused_deputy_protection: flag,
    account_id: accountId,
    trust_ec2: flag,
    lambda_role: flag,
    lambda_function_arns: several(functionArn, 60),
    pass_role_arns: several(roleArn, 60),
    pass_role_services: several(service, 5),
  },
  'automation-user-access': {
    automation_role_arn: { ...roleArn, limit: roleArn.plain },
    users: several(names(NAME, 64), 5),
    groups: several(names(NAME, 128), 5),
    roles: several(roleName, 5),
    full_access: flag,
    pass_role_services: several(service, 120),
    policy_name: orNull(policyName),
    path: orNull(policyPath),
    tags,
    partition,
  },
  's3-access-policy': {
    ...s3,
    policy_name: orNull(policyName),
    path: orNull(policyPath),
    description,
    tags,
    partition,
  },
};
