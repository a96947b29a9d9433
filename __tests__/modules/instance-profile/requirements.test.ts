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
        'existingRoleName must be given if createRole is false, and only then; name the role that exists, or let one be made',
    },
  ]);
});

test('it is a mistake to do neither', () => {
  expect(refusal({ createRole: false })).toEqual([
    {
      code: 'OneRole',
      message:
        'existingRoleName must be given if createRole is false, and only then; name the role that exists, or let one be made',
    },
  ]);
});

describe.each<[string, unknown]>([
  ['permissionsBoundary', 'arn:aws:iam::aws:policy/PowerUserAccess'],
  ['trustedServices', ['events.amazonaws.com']],
  ['exclusivePolicies', true],
])('%s', (name, value) => {
  test('is fine for a role that is made', () => {
    expect(refusal({ [name]: value })).toEqual([]);
  });

  test('is a mistake for a role that exists: who sets it counts on it', () => {
    expect(refusal({ ...EXISTING, [name]: value })).toEqual([
      {
        code: 'NewRoleOnly',
        message:
          'permissionsBoundary, trustedServices and exclusivePolicies must be left out if createRole is false; set them where the role is made',
      },
    ]);
  });
});

test.each<[string, unknown]>([
  ['roleName', 'Mine'],
  ['description', ''],
  ['maxSessionDuration', 7200],
  ['forceDetachPolicies', true],
] as const)('%s is ignored for a role that exists, and says so', (name, value) => {
  expect(refusal({ ...EXISTING, [name]: value })).toEqual([]);
  expect(inputs[name as keyof typeof inputs].description).toMatch(
    / Ignored if `create_role` is false\.$/,
  );
});

test.each<[string, unknown]>([
  ['path', '/team/'],
  ['tags', { a: 'b' }],
  ['additionalPolicyArns', { a: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
])('%s is for an existing role too', (name, value) => {
  expect(refusal({ ...EXISTING, [name]: value })).toEqual([]);
});

test('a plan tests them, whatever the role is given', () => {
  const { outputs } = emittedModule(instanceProfile);
  const written = blockAt(outputs, 'output', 'role_name', 'precondition') as {
    condition: string;
    error_message: string;
  }[];

  expect(written.map(({ condition }) => condition)).toEqual(
    expect.arrayContaining([
      '${var.create_role == (var.existing_role_name == null)}',
      '${var.create_role || (var.permissions_boundary == null && length(var.trusted_services) == 0 && !var.exclusive_policies)}',
    ]),
  );
  expect(written.map(({ error_message }) => /\[(\w+)\]$/.exec(error_message)?.[1])).toEqual([
    'PolicyPath',
    'AgentBucketRegion',
    'OneRole',
    'NewRoleOnly',
    'NamedProfile',
    'ArnPartition',
    'AwsPolicyPath',
    'AttachmentCount',
    'AttachedTwice',
  ]);
});
