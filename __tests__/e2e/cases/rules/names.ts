import type { RuleCase } from './rule-case';
import {
  ACCOUNT,
  inAccess,
  inAdministration,
  inAutomation,
  inExecution,
  inHybrid,
  inProfile,
  inS3,
  ofLength,
  several,
} from './rule-case';

const ARN = `arn:aws:iam::${ACCOUNT}:`;
const EXISTING = { create_role: false, existing_role_name: 'Mine' };

/** Names, paths and tags. */
export const NAMES: readonly RuleCase[] = [
  inProfile('RoleName', 'existing_role_name', ['Mine'], ['a/b', '', `${ARN}role/x`], {
    create_role: false,
  }),
  inAdministration(
    'RoleWithPath',
    'execution_role_name',
    [ofLength(64), `a/${ofLength(62)}`, 'a.b/+=,.@-_/c'],
    [ofLength(65), '', '/a', 'a/', 'a//b', '*', '$${x}', `${ARN}role/x`],
  ),
  inExecution(
    'RoleWithPath',
    'administration_role_name',
    [ofLength(256)],
    [ofLength(257), '/a', 'a*'],
  ),
  inExecution(
    'OrganizationId',
    'organization_id',
    [null, 'o-0123456789', `o-${ofLength(32)}`],
    ['', 'o-012345678', `o-${ofLength(33)}`, 'o-ABCDEFGHIJ', 'r-exampleid', '*'],
  ),
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
  inAutomation(
    'Path',
    'path',
    ['/', `/${ofLength(510)}/`, '/a/b/', '/a.,+@=_-b/'],
    ['', 'a/', '/a', `/${ofLength(511)}/`, '/a b/', '/a!/'],
  ),
  inAccess('Path', 'path', ['/a/b/'], ['/a!/', '', 'a']),
  inS3('Path', 'path', [`/${ofLength(510)}/`], [`/${ofLength(511)}/`, '/a b/'], {
    regions: ['us-east-2'],
  }),
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
    'TagCharacters',
    'tags',
    [{ 'ä b': '' }, { key: 'a b_.:/=+-@' }],
    [{ 'a*': '' }, { key: '<' }],
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
  ...Object.entries({
    permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
    trusted_services: ['events.amazonaws.com'],
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
