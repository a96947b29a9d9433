import { readInputs } from '../../../generator/terraform-inputs';
import { catalog, root } from '../../../modules/catalog';
import { calledWith } from '../../../modules/ssm-iam/called-with';
import { callsOf } from '../../../modules/ssm-iam/calls';

type Values = Readonly<Record<string, unknown>>;

/** Module => what it is called with, for inputs that are fine. */
const called = (given: Values): Record<string, Values> =>
  Object.fromEntries(
    calledWith(callsOf(catalog))(readInputs(root, given)).map(([{ name }, values]) => [
      name,
      values,
    ]),
  );

test('nothing is called until a switch asks for it', () => {
  expect(called({ regions: ['us-east-2'], cloudwatch_agent: true, path: '/nowhere/' })).toEqual({});
});

test('a module gets what is passed on, and names behind the prefix', () => {
  const given = {
    name_prefix: 'team-',
    path: '/team/',
    regions: ['us-east-2'],
    tags: { Team: 'a' },
  };

  expect(called({ ...given, instance_profile: true })).toEqual({
    'instance-profile': {
      role_name: 'team-SSMInstanceProfile',
      path: '/team/',
      permissions_boundary: null,
      partition: null,
      tags: { Team: 'a' },
      regions: ['us-east-2'],
      s3_buckets: [],
      cloudwatch_agent: false,
      directory_service: false,
    },
  });
});

test('people get access to a role that is made, if there are any', () => {
  const given = { automation_service_role: true };

  expect(Object.keys(called(given))).toEqual(['automation-service-role']);
  expect(called({ ...given, automation_roles: ['Operator'] })['automation-user-access']).toEqual({
    account_id: null,
    policy_name: 'SSMAutomationPassRole',
    automation_role_arn: 'arn:aws:iam::123456789012:role/Example',
    groups: [],
    roles: ['Operator'],
    path: '/',
    partition: null,
    tags: {},
  });
});

test('what a module would refuse at plan is refused in its words, all at once', () => {
  const given = {
    automation_service_role: true,
    automation_groups: ['our operators'],
    hybrid_service_role: true,
    instance_profile: true,
    s3_buckets: [{ name: 'No_Bucket' }],
  };

  expect(() => called(given)).toThrow(/^2 inputs are wrong:\n {2}each of groups must be a group/);
  expect(() => called(given)).toThrow(/\n {2}each name of s3_buckets must be .*\[BucketName\]\n/);
});

test('what inputs demand of each other is refused as well', () => {
  const given = { hybrid_service_role: true, path: `/${'a'.repeat(60)}/` };

  expect(() => called(given)).toThrow('[ActivationRoleName]');
  expect(() =>
    called({ regions: ['cn-north-1'], partition: 'aws', instance_profile: true }),
  ).toThrow(/regions .* partition/);
});
