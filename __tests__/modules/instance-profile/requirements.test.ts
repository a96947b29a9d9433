import { unmet } from '../../../generator/requirements';
import { inputs } from '../../../modules/instance-profile/inputs';
import { instanceProfile } from '../../../modules/instance-profile/module';
import { requirements } from '../../../modules/instance-profile/requirements';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const DEFAULTS = Object.fromEntries(
  Object.entries(inputs).map(([name, input]) => [name, input.default ?? null]),
);
const EXISTING = { createRole: false, existingRoleName: 'existing' };
const refusal = (props: Record<string, unknown>) => unmet(requirements, { ...DEFAULTS, ...props });

test('a role is made, or an existing one is named', () => {
  expect(refusal({})).toEqual([]);
  expect(refusal(EXISTING)).toEqual([]);
});

test('it is a mistake to do both', () => {
  expect(refusal({ existingRoleName: 'existing' })).toEqual([
    {
      code: 'OneRole',
      message:
        'existingRoleName must be given exactly if createRole is false, got "existing" with createRole true; name the role that exists, or let one be made',
    },
  ]);
});

test('it is a mistake to do neither', () => {
  expect(refusal({ createRole: false })).toEqual([
    {
      code: 'OneRole',
      message:
        'existingRoleName must be given exactly if createRole is false, got null with createRole false; name the role that exists, or let one be made',
    },
  ]);
});

describe.each<[string, unknown]>([
  ['roleName', 'Mine'],
  ['description', ''],
  ['permissionsBoundary', 'arn:aws:iam::aws:policy/PowerUserAccess'],
  ['maxSessionDuration', 7200],
  ['forceDetachPolicies', true],
  ['exclusivePolicies', true],
])('%s', (name, value) => {
  test('is fine for a role that is made', () => {
    expect(refusal({ [name]: value })).toEqual([]);
  });

  test('is a mistake for a role that exists: it would be ignored', () => {
    expect(refusal({ ...EXISTING, [name]: value })).toEqual([
      {
        code: 'NewRoleOnly',
        message: `${name} must be left out if createRole is false, got ${JSON.stringify(value)}; set it where the role is made`,
      },
    ]);
  });
});

test.each<[string, unknown]>([
  ['path', '/team/'],
  ['tags', { a: 'b' }],
  ['additionalPolicyArns', { a: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
])('%s is for an existing role too', (name, value) => {
  expect(refusal({ ...EXISTING, [name]: value })).toEqual([]);
});

test('a plan tests them where something is always attached', () => {
  const { main } = emittedModule(instanceProfile);
  const written = blockAt(
    main,
    'resource',
    'aws_iam_role_policy_attachment',
    'managed',
    'lifecycle',
    'precondition',
  ) as { condition: string; error_message: string }[];

  expect(written.map(({ condition }) => condition).slice(0, 2)).toEqual([
    '${!(each.key == var.core_policy) || (var.create_role == (var.existing_role_name == null))}',
    '${!(each.key == var.core_policy) || var.create_role || length(local.new_role_inputs) == 0}',
  ]);
  expect(written.map(({ error_message }) => /\[(\w+)\]$/.exec(error_message)?.[1])).toEqual([
    'OneRole',
    'NewRoleOnly',
    'AttachmentCount',
  ]);
});

test('what only a new role can be given is refused in the words of synth, a line for each input', () => {
  const { main } = emittedModule(instanceProfile);

  expect(main.locals?.new_role_inputs).toBe(
    '${[for name, given in { role_name = [var.role_name, "SSMInstanceProfile"], ' +
      'description = [var.description, "Lets AWS Systems Manager manage EC2 instances."], ' +
      'permissions_boundary = [var.permissions_boundary, null], max_session_duration = [var.max_session_duration, 3600], ' +
      'force_detach_policies = [var.force_detach_policies, false], exclusive_policies = [var.exclusive_policies, false] } : ' +
      '"${name} must be left out if create_role is false, got ${jsonencode(given[0])}; set it where the role is made" if given[0] != given[1]]}',
  );
  expect(JSON.stringify(main)).toContain(
    String.raw`"${'$'}{join(\" [NewRoleOnly]\\n\", local.new_role_inputs)} [NewRoleOnly]"`,
  );
});
