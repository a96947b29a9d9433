const ACCOUNT = '123456789012';
const document = (statements: unknown): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const ALLOW = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }];
const tags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag-${i}`, 'x']));
const bucket = (attributes: object): object[] => [{ name: 'own-bucket', ...attributes }];

const COMMERCIAL_REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
];

/** A rule at its limit and past it. */
export interface RuleCase {
  /** Code that ends the message. */
  readonly code: string;
  readonly module: string;
  /** Inputs that the rule lets through, each a module call of its own. */
  readonly good: readonly object[];
  /** Inputs that the rule refuses. */
  readonly bad: readonly object[];
  /** Whether it looks at several inputs: a precondition, which Terraform comes to after the variables. */
  readonly several?: true;
}

const several = (ruleCase: RuleCase): RuleCase => ({ ...ruleCase, several: true });

const inHybrid = (code: string, input: string, good: unknown[], bad: unknown[]): RuleCase => ({
  code,
  module: 'hybrid-service-role',
  good: good.map((value) => ({ [input]: value })),
  bad: bad.map((value) => ({ [input]: value })),
});

const inModule = (
  module: string,
  required: object,
  code: string,
  input: string,
  good: unknown[],
  bad: unknown[],
): RuleCase => ({
  code,
  module,
  good: good.map((value) => ({ ...required, [input]: value })),
  bad: bad.map((value) => ({ ...required, [input]: value })),
});

const inProfile = (code: string, good: object[], bad: object[]): RuleCase => ({
  code,
  module: 'instance-profile',
  good,
  bad,
});

const access = { automation_role_arn: `arn:aws:iam::${ACCOUNT}:role/Automation`, users: ['jane'] };
const inAccess = (code: string, input: string, good: unknown[], bad: unknown[]): RuleCase =>
  inModule('automation-user-access', access, code, input, good, bad);
const inAutomation = (code: string, input: string, good: unknown[], bad: unknown[]): RuleCase =>
  inModule('automation-service-role', {}, code, input, good, bad);
const inS3 = (code: string, input: string, good: unknown[], bad: unknown[]): RuleCase =>
  inModule('s3-access-policy', { regions: ['us-east-2'] }, code, input, good, bad);

export const RULES: readonly RuleCase[] = [
  inHybrid(
    'RoleName',
    'role_name',
    ['a'.repeat(64), 'A_+=,.@-9'],
    ['', 'a'.repeat(65), 'a b', 'a/b', 'rôle'],
  ),
  inHybrid(
    'RolePath',
    'path',
    ['/', `/${'a'.repeat(510)}/`, '/!~/'],
    ['', 'a/', '/a', `/${'a'.repeat(511)}/`, '/a b/'],
  ),
  inHybrid(
    'Description',
    'description',
    ['', 'é'.repeat(500)],
    ['a'.repeat(1001), `${'é'.repeat(500)}a`, '“', 'a\u007fb'],
  ),
  inHybrid(
    'PolicyArn',
    'permissions_boundary',
    [null, 'arn:aws:iam::aws:policy/PowerUserAccess', `arn:aws-cn:iam::${ACCOUNT}:policy/a/B`],
    [
      '',
      'PowerUserAccess',
      `arn:aws:iam::${ACCOUNT}:role/x`,
      'arn:aws:iam::1:policy/x',
      'arn:aws:iam::aws:policy/*',
    ],
  ),
  inHybrid('SessionDuration', 'max_session_duration', [3600, 43200], [3599, 43201, 3600.5]),
  inHybrid(
    'PolicyArn',
    'additional_policy_arns',
    [{}, { any: 'arn:aws:iam::aws:policy/job-function/Billing' }],
    [{ any: 'Billing' }],
  ),
  inHybrid(
    'PolicyName',
    'inline_policies',
    [{ ['a'.repeat(128)]: document(ALLOW) }],
    [{ ['a'.repeat(129)]: document(ALLOW) }, { 'a b': document(ALLOW) }],
  ),
  inHybrid(
    'PolicyDocument',
    'inline_policies',
    [{ one: document(ALLOW) }, { one: document(ALLOW[0]) }],
    [
      { one: '' },
      { one: '{' },
      { one: '[]' },
      { one: document([]) },
      { one: '{"Statement":[{}]}' },
      { one: '{"Version":"2012-10-17","Statement":null}' },
    ],
  ),
  inHybrid('TagCount', 'tags', [tags(50)], [tags(51)]),
  inHybrid(
    'TagKey',
    'tags',
    [{ ['ä'.repeat(128)]: '' }],
    [{ ['a'.repeat(129)]: '' }, { 'a*': '' }],
  ),
  inHybrid('TagKeyOfAws', 'tags', [{ 'my:aws:key': '' }], [{ 'aws:key': '' }, { 'AWS:key': '' }]),
  inHybrid(
    'TagValue',
    'tags',
    [{ key: 'a'.repeat(256) }, { key: 'a b_.:/=+-@' }],
    [{ key: 'a'.repeat(257) }, { key: '<' }],
  ),
  inHybrid('CorePolicy', 'core_policy', ['AmazonEC2RoleforSSM'], ['AmazonEC2RoleForSSM', '']),
  inHybrid('AgentBuckets', 'agent_buckets', ['all', 'current', 'classic'], ['newest']),
  inHybrid(
    'AgentBucketRegion',
    'regions',
    [['us-east-2', 'cn-north-1', 'us-gov-east-1']],
    [['us-east-9'], ['*'], ['us-east-2a']],
  ),
  inHybrid('PolicyName', 's3_policy_name', [null, 'a'.repeat(128)], ['a'.repeat(129), '']),
  inHybrid(
    'Partition',
    'partition',
    [null, 'aws', 'aws-us-gov', 'aws-cn'],
    ['', 'AWS', 'amazon', 'aws:'],
  ),
  inHybrid(
    'AccountId',
    'account_id',
    [null, '000000000001'],
    ['12345678901', '1234567890123', 'me'],
  ),
  inHybrid(
    'BucketName',
    's3_buckets',
    [bucket({ name: 'a1b' }), bucket({ name: 'a'.repeat(63) })],
    [
      bucket({ name: null }),
      bucket({ name: 'ab' }),
      bucket({ name: 'a'.repeat(64) }),
      bucket({ name: 'Own' }),
      bucket({ name: '*' }),
      bucket({ name: 'arn:aws:s3:::own' }),
    ],
  ),
  inHybrid(
    'BucketPrefix',
    's3_buckets',
    [bucket({ prefix: 'a'.repeat(500) }), bucket({ prefix: 'a/b c/' })],
    [
      bucket({ prefix: '' }),
      bucket({ prefix: 'a'.repeat(501) }),
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
    'KmsKeyArn',
    's3_buckets',
    [bucket({ kms_key_arn: `arn:aws:kms:us-east-2:${ACCOUNT}:key/mrk-1` })],
    [
      bucket({ kms_key_arn: `arn:aws:kms:us-east-2:${ACCOUNT}:alias/a` }),
      bucket({ kms_key_arn: '*' }),
    ],
  ),
  inHybrid(
    'CrossAccountReads',
    's3_buckets',
    [bucket({ access: 'write', cross_account: true })],
    [bucket({ access: 'read', cross_account: true })],
  ),
  {
    code: 'PolicyPath',
    module: 'hybrid-service-role',
    good: [{ path: '/a!b/' }, { path: '/a.,+@=_-b/', regions: ['us-east-2'] }],
    bad: [{ path: '/a!b/', regions: ['us-east-2'] }],
    several: true,
  },
  inProfile(
    'RoleName',
    [{ create_role: false, existing_role_name: 'Mine' }],
    [{ create_role: false, existing_role_name: 'a/b' }],
  ),
  inProfile(
    'InstanceProfileName',
    [{ instance_profile_name: 'a'.repeat(128) }],
    [{ instance_profile_name: 'a'.repeat(129) }, { instance_profile_name: '' }],
  ),
  several(
    inProfile(
      'OneRole',
      [{}],
      [
        { create_role: false },
        { create_role: false, regions: ['us-east-2'] },
        { existing_role_name: 'Mine' },
      ],
    ),
  ),
  several(
    inProfile(
      'BoundaryWithoutRole',
      [{ create_role: false, existing_role_name: 'Mine' }],
      [
        {
          create_role: false,
          existing_role_name: 'Mine',
          permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
        },
      ],
    ),
  ),
  inAutomation(
    'LambdaFunctionArn',
    'lambda_function_arns',
    [[`arn:aws:lambda:us-east-2:${ACCOUNT}:function:a:$LATEST`]],
    [['*'], [`arn:aws:lambda:us-east-2:${ACCOUNT}:function:*`]],
  ),
  inAutomation(
    'RoleArn',
    'pass_role_arns',
    [[`arn:aws:iam::${ACCOUNT}:role/a/B`]],
    [['*'], [`arn:aws:iam::${ACCOUNT}:role/*`], [`arn:aws:iam::${ACCOUNT}:user/a`]],
  ),
  inAutomation(
    'ServiceName',
    'pass_role_services',
    [[], ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com.cn']],
    [['ec2'], ['*'], ['*.amazonaws.com']],
  ),
  several(
    inAutomation(
      'InlinePolicyName',
      'inline_policies',
      [{ mine: document(ALLOW) }],
      [{ SSMAutomationPermissions: document(ALLOW) }],
    ),
  ),
  inAccess(
    'RoleArn',
    'automation_role_arn',
    [`arn:aws-us-gov:iam::${ACCOUNT}:role/a`],
    ['Automation', `arn:aws:iam::${ACCOUNT}:role/*`],
  ),
  inAccess('UserName', 'users', [['a'.repeat(64)]], [['a'.repeat(65)], ['a b']]),
  inAccess('GroupName', 'groups', [['a'.repeat(128)]], [['a'.repeat(129)], ['a b']]),
  inAccess('RoleName', 'roles', [['a'.repeat(64)]], [['a'.repeat(65)], ['a/b']]),
  inAccess('PolicyName', 'policy_name', ['a'.repeat(128)], ['a'.repeat(129), '']),
  inAccess('PolicyPath', 'path', ['/a/b/'], ['/a!/', '', 'a']),
  several(inAccess('NoPrincipal', 'users', [['jane']], [[]])),
  inS3('PolicyName', 'policy_name', ['a'.repeat(128)], ['a'.repeat(129)]),
  inS3('PolicyPath', 'path', [`/${'a'.repeat(510)}/`], [`/${'a'.repeat(511)}/`, '/a b/']),
  inS3('Description', 'description', ['a'.repeat(1000)], ['a'.repeat(1001)]),
  several(
    inS3(
      'S3PolicySize',
      'regions',
      [COMMERCIAL_REGIONS.slice(0, 9)],
      [COMMERCIAL_REGIONS.slice(0, 12)],
    ),
  ),
  several(inS3('EmptyS3Policy', 'regions', [['us-east-2']], [[]])),
];
