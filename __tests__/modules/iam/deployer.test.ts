import { synthesize } from '../../../generator/interface';
import { readInputs } from '../../../generator/terraform-inputs';
import { shipped } from '../../../modules/catalog';
import { AGENT_BUCKETS } from '../../../modules/iam/agent-buckets';
import { actionsOf } from '../../../modules/iam/deployer/actions';
import { deployerOf, deployerPolicy } from '../../../modules/iam/deployer/policy';
import { deployerStatements } from '../../../modules/iam/deployer/statements';
import { regionsPerPolicy } from '../../../modules/iam/s3-policy-size';
import { objections } from '../../fixtures/service-authorization';

const PLACE = { partition: 'aws', account_id: '123456789012' };
const IAM = 'arn:aws:iam::123456789012:';

const definitionOf = (module: string) => {
  const [found] = shipped.filter(({ name }) => name === module);
  if (found === undefined) {
    throw new Error(`there is no ${module}`);
  }
  return found;
};
const statementsOf = (module: string) =>
  deployerOf(synthesize(definitionOf(module)).interface.domain);

/** Statements of the policy, by their names. */
function policyOf(module: string, given: Readonly<Record<string, unknown>>, place: object = PLACE) {
  const inputs = { ...readInputs(definitionOf(module), given), ...place };
  const { Statement } = deployerPolicy(statementsOf(module), inputs);
  return Object.fromEntries(Statement.map((one) => [one.Sid, one]));
}

const ROLE = ['Roles'];
const PROFILE = ['InstanceProfiles', 'PassRoleToEC2'];
const EC2 = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'];
const SETTING = ['ServiceSetting', 'PassRoleToSystemsManager'];
const EXISTING = { create_role: false, existing_role_name: 'Web' };
const BUCKET = { s3_buckets: [{ name: 'logs' }] };

test.each([
  ['instance-profile', {}, [...ROLE, ...PROFILE]],
  ['instance-profile', { create_instance_profile: false }, ROLE],
  ['instance-profile', EXISTING, ['ExistingRoles']],
  [
    'instance-profile',
    { ...EXISTING, create_instance_profile: true },
    ['ExistingRoles', 'RoleOfInstanceProfile', ...PROFILE],
  ],
  ['hybrid-service-role', {}, ROLE],
  ['hybrid-service-role', BUCKET, [...ROLE, 'S3Policies']],
  ['default-host-management', {}, [...ROLE, ...SETTING, 'RolesWithoutPath']],
  ['default-host-management', { enabled: false }, [...ROLE, 'RolesWithoutPath']],
  ['default-host-management', { path: '/' }, [...ROLE, ...SETTING]],
  ['parameter-store-access', { names: ['x'] }, ['Policies']],
  ['parameter-store-access', { names: ['x'], users: ['joe'] }, ['Policies', 'Users']],
  ['parameter-store-access', { names: ['x'], groups: ['all'] }, ['Policies', 'Groups']],
  ['parameter-store-access', { names: ['x'], roles: ['App'] }, ['ExistingRoles', 'Policies']],
  ['s3-access-policy', BUCKET, ['S3Policies']],
])('the deployer of %s with %j has the statements %j', (module, given, sids) => {
  expect(Object.keys(policyOf(module, given))).toEqual(sids);
});

test.each([
  ['instance-profile', {}, 'Roles', ['role/SSMInstanceProfile']],
  ['instance-profile', { path: '/a/', role_name: 'B' }, 'Roles', ['role/a/B']],
  ['instance-profile', EXISTING, 'ExistingRoles', ['role/Web', 'role/*/Web']],
  ['instance-profile', { path: '/a/', role_name: 'B' }, 'RolesWithoutPath', ['role/B']],
  [
    'instance-profile',
    { path: '/a/', role_name: 'B' },
    'InstanceProfilesWithoutPath',
    ['instance-profile/B'],
  ],
  ['instance-profile', { role_name: 'B' }, 'InstanceProfiles', ['instance-profile/B']],
  [
    'instance-profile',
    { path: '/a/', instance_profile_name: 'C' },
    'InstanceProfiles',
    ['instance-profile/a/C'],
  ],
  [
    'instance-profile',
    { ...EXISTING, create_instance_profile: true },
    'InstanceProfiles',
    ['instance-profile/Web'],
  ],
  ['instance-profile', BUCKET, 'S3Policies', ['policy/SSMInstanceProfileS3Policy-buckets']],
  [
    'instance-profile',
    { ...EXISTING, regions: ['us-east-2'] },
    'S3Policies',
    ['policy/WebS3Policy-agent', 'policy/WebS3Policy-agent-?'],
  ],
  [
    's3-access-policy',
    { ...BUCKET, regions: ['us-east-2'], policy_name: 'S3', path: '/a/' },
    'S3Policies',
    ['policy/a/S3-agent', 'policy/a/S3-agent-?', 'policy/a/S3-buckets'],
  ],
  ['parameter-store-access', { names: ['x'], users: ['joe'] }, 'Users', ['user/joe', 'user/*/joe']],
  [
    'parameter-store-access',
    { names: ['x'], path: '/a/', policy_name: 'P' },
    'Policies',
    ['policy/a/P'],
  ],
])('the deployer of %s with %j is allowed %s on %j', (module, given, sid, resources) => {
  expect(policyOf(module, given)[sid]?.Resource).toEqual(resources.map((name) => IAM + name));
});

test.each([
  ['instance-profile', 'PassRoleToEC2', 'aws', EC2],
  ['instance-profile', 'PassRoleToEC2', 'aws-cn', EC2],
  ['instance-profile', 'PassRoleToEC2', undefined, EC2],
  ['default-host-management', 'PassRoleToSystemsManager', 'aws', ['ssm.amazonaws.com']],
])('the deployer of %s has %s in %s for %j alone', (module, sid, partition, services) => {
  expect(policyOf(module, {}, { ...PLACE, partition })[sid]).toMatchObject({
    Action: ['iam:PassRole'],
    Condition: { StringEquals: { 'iam:PassedToService': services } },
  });
});

test('what only the deployment knows stays a placeholder', () => {
  expect(policyOf('default-host-management', {}, {}).ServiceSetting?.Resource).toEqual([
    'arn:${partition}:ssm:${region}:${account_id}:servicesetting/ssm/managed-instance/default-ec2-instance-management-role',
  ]);
});

test.each(shipped.map(({ name }) => name))('the deployer of %s has nothing on a star', (module) => {
  const names = synthesize(definitionOf(module)).interface.inputs.map(({ name }) => name);
  const texts = statementsOf(module).flatMap(({ resources }) => resources.map(({ text }) => text));

  expect(texts.length).toBeGreaterThan(0);
  // what is named may have any path
  const starred = texts.filter((text) => text.replace('/*/', '').includes('*'));
  expect(starred).toEqual([]);
  const named = [...texts.join().matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
  const known = [...names, 'account_id', 'each', 'partition', 'region'];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(shipped.map(({ name }) => name))(
  'the deployer of %s does what AWS knows, on the resources and under the conditions that AWS knows',
  async (module) => {
    const place = { ...PLACE, region: 'us-east-2', path: '/a/', users: ['x'], groups: ['x'] };
    const whatever = statementsOf(module).map((one) => ({
      ...one,
      when: [],
      resources: one.resources.map(({ when: _, ...term }) => term),
    }));
    const scope = { ...place, roles: ['x'], automation_groups: ['x'], automation_roles: ['x'] };
    const { Statement } = deployerPolicy(whatever, scope);
    // AWS's data has no slash in the name of a setting, AWS's guide has three
    const settings = /(?<=:servicesetting\/).+/;
    const found = Statement.map(async ({ Action, Resource, Condition = {} }) =>
      objections({
        actions: Action,
        resources: Resource.map((arn) => arn.replace(settings, 'x')),
        conditions: Condition,
      }),
    );

    expect(new Set(Statement.map(({ Sid }) => Sid))).toEqual(
      new Set(whatever.map(({ sid }) => sid)),
    );
    expect((await Promise.all(found)).flat()).toEqual([]);
  },
);

test.each([
  ['instance-profile', { role_name: '*' }, 'role_name'],
  ['instance-profile', { role_name: 'a*b' }, 'role_name'],
  ['instance-profile', { role_name: '${aws:username}' }, 'role_name'],
  ['instance-profile', { role_name: '' }, 'role_name'],
  ['instance-profile', { instance_profile_name: 'a b' }, 'instance_profile_name'],
  ['instance-profile', { ...BUCKET, s3_policy_name: 'a?' }, 's3_policy_name'],
  ['parameter-store-access', { names: ['x'], policy_name: '*' }, 'policy_name'],
  ['parameter-store-access', { names: ['x'], policy_name: '' }, 'policy_name'],
])('there is no policy for the deployer of %s with %j', (module, given, name) => {
  expect(() => policyOf(module, given)).toThrow(
    new RegExp(`^${name} must be a name of letters, digits and .* \\[NameInPolicy\\]$`),
  );
});

test('what reads without the path does nothing else', () => {
  const given = { path: '/a/' };

  expect(policyOf('instance-profile', given).InstanceProfilesWithoutPath?.Action).toEqual([
    'iam:GetInstanceProfile',
  ]);
  expect(policyOf('instance-profile', given).RolesWithoutPath?.Action).toEqual([
    'iam:GetRole',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:ListInstanceProfilesForRole',
    'iam:ListRolePolicies',
  ]);
});

test('the policies for the buckets of AWS have at most one digit in their names', () => {
  const perPolicy = regionsPerPolicy();
  const counts = Object.values(AGENT_BUCKETS).flatMap((lists) =>
    Object.entries(lists).map(
      ([list, regions]) => Object.keys(regions).length / perPolicy[list as keyof typeof perPolicy],
    ),
  );

  expect(counts.length).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThanOrEqual(9);
});

test('a type of which nobody has said what it needs is refused', () => {
  expect(() => deployerStatements(['aws_iam_user.this'], {})).toThrow(
    'deployer/actions.ts must say what aws_iam_user needs',
  );
  expect(actionsOf('data.aws_partition.current')).toEqual({});
});
