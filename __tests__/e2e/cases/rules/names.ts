import { PATCH_BUCKETS } from '../../../fixtures/patch-bucket-table';
import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAccess,
  inAutomation,
  inHybrid,
  inProfile,
  inS3,
  many,
  ofLength,
  several,
} from './rule-case';

const ARN = `arn:aws:iam::${ACCOUNT}:`;
const EXISTING = { create_role: false, existing_role_name: 'Mine' };

/** Names, paths, descriptions and tags. */
export const NAMES: readonly RuleCase[] = [
  inHybrid(
    'RoleName',
    'role_name',
    [ofLength(64), 'A_+=,.@-9'],
    ['', ofLength(65), 'a b', 'a/b', 'rôle', `${ARN}role/x`],
  ),
  inProfile('RoleName', 'existing_role_name', ['Mine'], ['a/b', '', `${ARN}role/x`], {
    create_role: false,
  }),
  inAccess('RoleName', 'roles', [[ofLength(64)]], [[ofLength(65)], ['a/b'], [`${ARN}role/x`]]),
  inAccess(
    'RoleOfAws',
    'roles',
    [['SSOOperators'], ['my-AWSReservedSSO_Operators'], ['AWSReservedSSO', 'AWSServiceRole']],
    [
      ['AWSReservedSSO_Operators_0123456789abcdef'],
      ['Operator', 'AWSServiceRoleForAmazonSSM'],
      ['AWSServiceRoleForAutoScaling_web'],
    ],
  ),
  inProfile(
    'RoleOfAws',
    'existing_role_name',
    ['SSOWebServers', 'AWSServiceRole'],
    ['AWSReservedSSO_Web_0123456789abcdef', 'AWSServiceRoleForEC2Spot'],
    { create_role: false },
  ),
  inAccess(
    'DocumentName',
    'documents',
    [['abc', ofLength(128)], ['AWS-RestartEC2Instance'], ['Team_restart.v2']],
    [
      ['ab'],
      [ofLength(129)],
      ['arn:aws:ssm:us-east-2::document/AWS-RestartEC2Instance'],
      ['AWS-*'],
      ['AWS-RestartEC2Instance:1'],
    ],
  ),
  inAccess('Access', 'access', [null, 'automation', 'full'], ['', 'none', 'Full']),
  ...['full', null].map((access) =>
    several(inAccess('DocumentsUnused', 'documents', [[]], [['Restart']], { access })),
  ),
  several(inAccess('DocumentsUnused', 'documents', [['Restart']], [])),
  inAccess('UserName', 'users', [[ofLength(64)]], [[ofLength(65)], ['a b'], [`${ARN}user/x`]]),
  inAccess('GroupName', 'groups', [[ofLength(128)]], [[ofLength(129)], ['a b'], ['team/x']]),
  inAccess('PolicyName', 'policy_name', [ofLength(128)], [ofLength(129), '']),
  inS3('S3PolicyName', 'policy_name', [ofLength(120)], [ofLength(121), ''], {
    regions: Object.keys(PATCH_BUCKETS),
  }),
  inHybrid('S3PolicyName', 's3_policy_name', [null, ofLength(120)], [ofLength(121), '']),
  inProfile('InstanceProfileName', 'instance_profile_name', [ofLength(128)], [ofLength(129), '']),
  inAutomation(
    'RolePath',
    'path',
    ['/', `/${ofLength(510)}/`, '/!~/'],
    ['', 'a/', '/a', `/${ofLength(511)}/`, '/a b/'],
  ),
  inAccess('PolicyPath', 'path', ['/a/b/'], ['/a!/', '', 'a']),
  inS3('PolicyPath', 'path', [`/${ofLength(510)}/`], [`/${ofLength(511)}/`, '/a b/'], {
    regions: ['us-east-2'],
  }),
  ...[{ regions: ['us-east-2'] }, { s3_buckets: [{ name: 'own-bucket' }] }].map((asked) =>
    several(inHybrid('PolicyPath', 'path', ['/a.,+@=_-b/'], ['/a!b/'], asked)),
  ),
  several(inHybrid('PolicyPath', 'path', ['/a!b/'], [])),
  several(
    inHybrid('ActivationRoleName', 'role_name', [ofLength(51)], [ofLength(52)], {
      path: '/service-role/',
    }),
  ),
  several(
    inHybrid('ActivationRoleName', 'path', [`/${ofLength(49)}/`], [`/${ofLength(50)}/`], {
      role_name: 'SSMServiceRole',
    }),
  ),
  inHybrid(
    'Description',
    'description',
    ['', 'é'.repeat(500)],
    ['a — b', 'a\u007fb', ofLength(1001)],
  ),
  inS3('Description', 'description', [ofLength(1000), 'é'.repeat(1000)], [ofLength(1001), '日本'], {
    regions: ['us-east-2'],
  }),
  inHybrid('TagCount', 'tags', [many(50, () => 'x')], [many(51, () => 'x')]),
  inHybrid('TagKeyTwice', 'tags', [{ Owner: '', Owners: '' }], [{ Owner: 'a', owner: 'b' }]),
  inHybrid('TagKey', 'tags', [{ ['ä'.repeat(128)]: '' }], [{ [ofLength(129)]: '' }, { 'a*': '' }]),
  inHybrid('TagKeyOfAws', 'tags', [{ 'my:aws:key': '' }], [{ 'aws:key': '' }, { 'AWS:key': '' }]),
  inHybrid(
    'TagValue',
    'tags',
    [{ key: ofLength(256) }, { key: 'a b_.:/=+-@' }],
    [{ key: ofLength(257) }, { key: '<' }],
  ),
  several({
    code: 'OneRole',
    module: 'instance-profile',
    good: [{}, EXISTING, { ...EXISTING, core_policy: null }],
    bad: [
      { create_role: false },
      { create_role: false, core_policy: null },
      { create_role: false, regions: ['us-east-2'] },
      { existing_role_name: 'Mine' },
      { existing_role_name: 'Mine', core_policy: null },
    ],
  }),
  several({
    code: 'NamedProfile',
    module: 'instance-profile',
    good: [
      { instance_profile_name: 'Mine' },
      { ...EXISTING, create_instance_profile: true, instance_profile_name: 'Mine' },
      { create_instance_profile: false },
    ],
    bad: [
      { ...EXISTING, instance_profile_name: 'Mine' },
      { create_instance_profile: false, instance_profile_name: 'Mine' },
    ],
  }),
  ...Object.entries({
    permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
    trusted_services: ['events.amazonaws.com'],
    exclusive_policies: true,
  }).flatMap(([input, value]) => [
    several(inProfile('NewRoleOnly', input, [], [value], EXISTING)),
    several(inProfile('NewRoleOnly', input, [], [value], { ...EXISTING, core_policy: null })),
    several(inProfile('NewRoleOnly', input, [value], [])),
  ]),
  several({
    code: 'NewRoleOnly',
    module: 'instance-profile',
    good: [{ ...EXISTING, role_name: 'Other', description: '', max_session_duration: 3601 }],
    bad: [],
  }),
];
