import { readInputs } from '../../../generator/terraform-inputs';
import { root } from '../../../modules/catalog';

type Values = Readonly<Record<string, unknown>>;

function effective(given: Values): Record<string, Values | null> {
  return (root.effective?.(readInputs(root, given)) ?? {}) as Record<string, Values | null>;
}

test('an object that is null stays null', () => {
  expect(effective({})).toMatchObject({ instance_profile: null, automation_user_access: null });
});

test('what an object leaves out is shared, and names have the prefix', () => {
  const shared = {
    name_prefix: 'team-',
    path: '/team/',
    permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
    agent_buckets: 'classic',
    account_id: '123456789012',
    partition: 'aws',
    tags: { Team: 'a', Stage: 'x' },
  };

  expect(
    effective({ ...shared, instance_profile: { tags: { Stage: 'y' } } }).instance_profile,
  ).toMatchObject({
    role_name: 'team-SSMInstanceProfile',
    path: '/team/',
    permissions_boundary: shared.permissions_boundary,
    agent_buckets: 'classic',
    partition: 'aws',
    tags: { Team: 'a', Stage: 'y' },
    // no name of its own: it follows the role's
    instance_profile_name: null,
    core_policy: 'AmazonSSMManagedInstanceCore',
  });
});

test('what an object says itself wins', () => {
  const own = { role_name: 'Web', path: '/web/', agent_buckets: 'all' };

  expect(
    effective({ name_prefix: 'team-', agent_buckets: 'current', instance_profile: own })
      .instance_profile,
  ).toMatchObject(own);
});

test('a role that exists gets nothing that only a new one can be given', () => {
  const object = { create_role: false, existing_role_name: 'Old' };

  expect(
    effective({
      name_prefix: 'team-',
      permissions_boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
      instance_profile: object,
    }).instance_profile,
  ).toMatchObject({ permissions_boundary: null });
  expect(effective({ path: '/team/', instance_profile: object }).instance_profile).toMatchObject({
    path: '/team/',
  });
});

test('a description has no prefix', () => {
  expect(effective({ name_prefix: 'team-', instance_profile: {} }).instance_profile).toMatchObject({
    description: 'Lets AWS Systems Manager manage EC2 instances.',
  });
});

test.each<readonly [string, Values, Values, string | null]>([
  [
    'the role of the same call',
    {},
    { path: '/ops/' },
    'arn:aws:iam::${account_id}:role/ops/AutomationServiceRole',
  ],
  [
    'the role that is named',
    { automation_role_arn: 'arn:aws:iam::123456789012:role/Other' },
    {},
    'arn:aws:iam::123456789012:role/Other',
  ],
])('people pass %s', (_, access, role, arn) => {
  const { automation_user_access: people } = effective({
    partition: 'aws',
    automation_service_role: role,
    automation_user_access: { users: ['jane'], ...access },
  });

  expect(people?.automation_role_arn).toBe(arn);
});

test('people are given no role that this call does not make', () => {
  const role = 'arn:aws:iam::123456789012:role/Other';
  const people = { users: ['jane'], automation_role_arn: role };

  expect(effective({ automation_user_access: people }).automation_user_access).toMatchObject(
    people,
  );
  expect(effective({ automation_service_role: {} }).automation_user_access).toBeNull();
});

test('what a module would refuse at plan is refused in its words, all at once', () => {
  const given = {
    regions: ['us-east-2'],
    instance_profile: { create_role: false, existing_role_name: 'Old', exclusive_policies: true },
    automation_user_access: { automation_role_arn: 'arn:aws:iam::123456789012:role/Other' },
  };

  expect(() => effective(given)).toThrow(`2 inputs are wrong:
  users, groups and roles must not all be empty; name who may run automations [NoPrincipal]
  permissions_boundary and exclusive_policies must be left out if create_role is false; set them where the role is made [NewRoleOnly]
 [SeveralMistakes]`);
});

test('where everything is stays a placeholder if nobody says it', () => {
  expect(effective({ hybrid_service_role: {} })).toMatchObject({
    partition: '${partition}',
    hybrid_service_role: { partition: '${partition}', account_id: '${account_id}' },
  });
  expect(effective({ instance_profile: {} }).instance_profile).not.toHaveProperty('account_id');
});
