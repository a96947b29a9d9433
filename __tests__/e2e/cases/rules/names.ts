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
  ruleOf,
} from './rule-case';

const ARN = `arn:aws:iam::${ACCOUNT}:`;
const EXISTING = { create_role: false, existing_role_name: 'Mine' };

/** Names, paths and tags. */
export const NAMES: readonly RuleCase[] = [
  inProfile('RoleName', 'existing_role_name', {
    good: ['Mine'],
    bad: ['a/b', '', `${ARN}role/x`],
    beside: { create_role: false },
  }),
  inAdministration('RoleWithPath', 'execution_role_name', {
    good: [ofLength(64), `a/${ofLength(62)}`, 'a.b/+=,.@-_/c'],
    bad: [ofLength(65), '', '/a', 'a/', 'a//b', '*', '$${x}', `${ARN}role/x`],
  }),
  inExecution('RoleWithPath', 'administration_role_name', {
    good: [ofLength(256)],
    bad: [ofLength(257), '/a', 'a*'],
  }),
  inExecution('OrganizationId', 'organization_id', {
    good: [null, 'o-0123456789', `o-${ofLength(32)}`],
    bad: ['', 'o-012345678', `o-${ofLength(33)}`, 'o-ABCDEFGHIJ', 'r-exampleid', '*'],
  }),
  inAccess('RoleName', 'roles', {
    good: [[ofLength(64)]],
    bad: [[ofLength(65)], ['a/b'], [`${ARN}role/x`]],
  }),
  inAccess('RoleOfAws', 'roles', {
    good: [['SSOOperators'], ['my-AWSReservedSSO_Operators'], ['AWSReservedSSO', 'AWSServiceRole']],
    bad: [
      ['AWSReservedSSO_Operators_0123456789abcdef'],
      ['Operator', 'AWSServiceRoleForAmazonSSM'],
      ['AWSServiceRoleForAutoScaling_web'],
    ],
  }),
  inProfile('RoleOfAws', 'existing_role_name', {
    good: ['SSOWebServers', 'AWSServiceRole'],
    bad: ['AWSReservedSSO_Web_0123456789abcdef', 'AWSServiceRoleForEC2Spot'],
    beside: { create_role: false },
  }),
  inAccess('DocumentName', 'documents', {
    good: [['abc', ofLength(128)], ['AWS-RestartEC2Instance'], ['Team_restart.v2']],
    bad: [
      ['ab'],
      [ofLength(129)],
      ['arn:aws:ssm:us-east-2::document/AWS-RestartEC2Instance'],
      ['AWS-*'],
      ['AWS-RestartEC2Instance:1'],
    ],
  }),
  inAccess('Access', 'access', { good: [null, 'automation', 'full'], bad: ['', 'none', 'Full'] }),
  ...['full', null].map((access) =>
    inAccess('DocumentsUnused', 'documents', {
      good: [[]],
      bad: [['Restart']],
      beside: { access },
    }),
  ),
  inAccess('DocumentsUnused', 'documents', { good: [['Restart']] }),
  inAccess('UserName', 'users', {
    good: [[ofLength(64)]],
    bad: [[ofLength(65)], ['a b'], [`${ARN}user/x`]],
  }),
  inAccess('GroupName', 'groups', {
    good: [[ofLength(128)]],
    bad: [[ofLength(129)], ['a b'], ['team/x']],
  }),
  inAutomation('Path', 'path', {
    good: ['/', `/${ofLength(510)}/`, '/a/b/', '/a.,+@=_-b/'],
    bad: ['', 'a/', '/a', `/${ofLength(511)}/`, '/a b/', '/a!/'],
  }),
  inAccess('Path', 'path', { good: ['/a/b/'], bad: ['/a!/', '', 'a'] }),
  inS3('Path', 'path', {
    good: [`/${ofLength(510)}/`],
    bad: [`/${ofLength(511)}/`, '/a b/'],
    beside: { regions: ['us-east-2'] },
  }),
  inHybrid('ActivationRoleName', 'role_name', {
    good: [ofLength(51)],
    bad: [ofLength(52)],
    beside: { path: '/service-role/' },
  }),
  inHybrid('ActivationRoleName', 'path', {
    good: [`/${ofLength(49)}/`],
    bad: [`/${ofLength(50)}/`],
    beside: { role_name: 'SSMServiceRole' },
  }),
  inHybrid('TagCharacters', 'tags', {
    good: [{ 'ä b': '' }, { key: 'a b_.:/=+-@' }],
    bad: [{ 'a*': '' }, { key: '<' }],
  }),
  ruleOf('instance-profile', 'OneRole', {
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
    inProfile('NewRoleOnly', input, { bad: [value], beside: EXISTING }),
    inProfile('NewRoleOnly', input, { bad: [value], beside: { ...EXISTING, core_policy: null } }),
    inProfile('NewRoleOnly', input, { good: [value] }),
  ]),
  ruleOf('instance-profile', 'NewRoleOnly', {
    good: [{ ...EXISTING, role_name: 'Other', description: '', max_session_duration: 3601 }],
  }),
];
