import { synthesize } from '../../../generator/interface';
import { readInputs } from '../../../generator/terraform-inputs';
import { root } from '../../../modules/catalog';
import { deployerOf, deployerPolicy } from '../../../modules/iam/deployer/policy';

const ACCOUNT = '123456789012';
const IAM = `arn:aws:iam::${ACCOUNT}:`;
/** IAM takes so many characters in a managed policy. */
const LONGEST = 6_144;

const EVERYTHING = {
  name_prefix: 'team-',
  path: '/team/',
  account_id: ACCOUNT,
  partition: 'aws',
  regions: ['us-east-2'],
  s3_buckets: [{ name: 'logs' }],
  automation_administration_account_id: ACCOUNT,
  automation_administration_role: true,
  automation_groups: ['operators'],
  automation_roles: ['Old'],
  automation_service_role: true,
  default_host_management: true,
  hybrid_service_role: true,
  instance_profile: true,
  maintenance_window_role: true,
  notification_topic_arns: [`arn:aws:sns:us-east-2:${ACCOUNT}:notices`],
};

const policyOf = (given: Readonly<Record<string, unknown>>) =>
  deployerPolicy(deployerOf(synthesize(root).interface.domain), readInputs(root, given));
const resources = (given: Readonly<Record<string, unknown>>): Record<string, readonly string[]> =>
  Object.fromEntries(policyOf(given).Statement.map(({ Sid, Resource }) => [Sid, Resource]));

test('nothing is needed where nothing is asked for', () => {
  expect(policyOf({}).Statement).toEqual([]);
});

test('one role is its module’s, with the name that it is given', () => {
  const given = {
    instance_profile: true,
    account_id: ACCOUNT,
    partition: 'aws',
    name_prefix: 'a-',
  };

  expect(resources(given)).toEqual({
    Roles: [`${IAM}role/a-SSMInstanceProfile`],
    InstanceProfiles: [`${IAM}instance-profile/a-SSMInstanceProfile`],
    PassRoleToEC2: [`${IAM}role/a-SSMInstanceProfile`],
  });
});

test('groups alone get a policy, and roles that are not named nothing', () => {
  const given = { automation_service_role: true, automation_groups: ['operators'] };

  expect(Object.keys(resources(given))).toContain('Groups');
  expect(resources(given)).not.toHaveProperty('ExistingRoles');
});

test('everything is one policy that IAM takes, each statement once', () => {
  const policy = policyOf(EVERYTHING);
  const sids = policy.Statement.map(({ Sid }) => Sid);

  expect(new Set(sids).size).toBe(sids.length);
  expect(sids).toHaveLength(11);
  expect(JSON.stringify(policy).length).toBeLessThan(LONGEST);
  expect(resources(EVERYTHING).Roles).toHaveLength(8);
  expect(resources(EVERYTHING).ExistingRoles).toContain(`${IAM}role/*/Old`);
  expect(resources(EVERYTHING).ServiceSetting?.[0]).toContain(`:ssm:\${region}:${ACCOUNT}:`);
});

test('each statement is of resources of the called module, with its switch', () => {
  const statements = deployerOf(synthesize(root).interface.domain);
  const { addresses } = synthesize(root).interface;

  expect(
    statements.flatMap((one) => one.addresses).filter((one) => !addresses.includes(one)),
  ).toEqual([]);
  expect(statements.filter(({ when }) => when.length === 0)).toEqual([]);
});
