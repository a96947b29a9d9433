import { legend, permissionsDiagram } from '../../../../modules/iam/permissions/diagram';
import { always, is, isEmpty, isNotEmpty } from '../../../../modules/iam/permissions/model';
import type { Permission, PermissionsModel, Term } from '../../../../modules/iam/permissions/model';

const shared = { address: 'a.b', reason: 'Because.', see: 'https://example.com' };

function model(grantedTo: readonly Term[]): PermissionsModel {
  const permissions: Permission[] = [
    {
      ...shared,
      id: 'trust',
      kind: 'trust',
      when: [],
      granted_to: [],
      services: always('ssm.amazonaws.com'),
      actions: always('sts:AssumeRole'),
      conditions: [],
    },
    {
      ...shared,
      id: 'read',
      kind: 'statement',
      when: [is('each.value.access', 'read')],
      for_each: 'buckets',
      granted_to: grantedTo,
      actions: always('s3:GetObject', 's3:ListBucket'),
      resources: always('*'),
      conditions: [],
    },
    {
      ...shared,
      id: 'core',
      kind: 'attached-policy',
      when: [],
      granted_to: grantedTo,
      policy_arn: 'arn',
      managed_policy: 'Core',
    },
    {
      ...shared,
      id: 'boundary',
      kind: 'boundary',
      when: [is('bound', true)],
      granted_to: grantedTo,
      policy_arn: 'arn',
    },
  ];
  return { permissions, tables: {}, managed_policies: {} };
}

test('who assumes the role comes from outside, and the role gets what it may do', () => {
  const { nodes, edges } = permissionsDiagram(model(always('role/${role_name}')), {
    role_name: 'Mine',
  });

  expect(nodes).toEqual([
    { id: 'holder0', text: 'role/Mine', outside: false },
    { id: 'trust0', text: 'ssm.amazonaws.com', outside: true },
    { id: 'grant0', text: 's3:GetObject, s3:ListBucket', outside: false },
    { id: 'grant1', text: 'Core', outside: false },
  ]);
  expect(edges).toEqual([
    { from: 'trust0', to: 'holder0', does: 'assumes', inputs: [], by_default: true },
    { from: 'holder0', to: 'grant0', inputs: ['buckets'], by_default: false },
    { from: 'holder0', to: 'grant1', inputs: [], by_default: true },
  ]);
});

test('what is granted with the defaults is known to be, and the input that decides', () => {
  const { edges } = permissionsDiagram(model(always('x')), { buckets: [{ access: 'read' }] });

  expect(edges[1]).toMatchObject({ to: 'grant0', inputs: ['buckets'], by_default: true });
});

test('whom an input names is called by that input, and all of them get it', () => {
  const { nodes, edges } = permissionsDiagram(
    model([
      { text: 'user/${each.value}', for_each: 'users' },
      { text: 'group/${each.value}', for_each: 'groups' },
    ]),
    {},
  );

  expect(nodes.slice(0, 2).map(({ text }) => text)).toEqual(['users', 'groups']);
  expect(edges.filter(({ to }) => to === 'grant1').map(({ from }) => from)).toEqual([
    'holder0',
    'holder1',
  ]);
});

test('a policy that nobody has can be attached to any role', () => {
  expect(permissionsDiagram(model([]), {}).nodes[0]?.text).toBe('any role you attach it to');
});

describe('the legend', () => {
  const legendOf = (
    { permissions, ...others }: PermissionsModel,
    ids: readonly string[],
  ): string => {
    const all = { ...others, permissions: permissions.filter(({ id }) => ids.includes(id)) };
    return legend(permissionsDiagram(all, {}), all);
  };
  const given = model(always('x'));

  test.each([
    [['trust', 'core'], 'Solid lines apply by default.'],
    [['read'], 'Dotted lines apply when the named input is set.'],
    [
      ['core', 'read'],
      'Solid lines apply by default. Dotted lines apply when the named input is set.',
    ],
    [[], ''],
  ])('of %j explains the lines that there are', (ids, text) => {
    expect(legendOf(given, ids)).toBe(text);
  });

  test('explains what is said of an empty input', () => {
    const permissions = given.permissions.map((one) => ({ ...one, when: [isEmpty('buckets')] }));

    expect(legendOf({ ...given, permissions }, ['core'])).toBe(
      'Solid lines apply by default. `no` before an input means that it is empty.',
    );
  });
});

test('an account is named by an input, so none is told', () => {
  const [first] = model([]).permissions;
  const trust = { ...first, services: [], accounts: always('arn:${admin}:root') } as Permission;
  const given = { permissions: [trust], tables: {}, managed_policies: {} };

  expect(permissionsDiagram(given, {}).nodes).toContainEqual({
    id: 'trust0',
    text: 'an AWS account',
    outside: true,
  });
});

test('a permission that hangs on a null says so', () => {
  const [first] = model([]).permissions;
  const permissions = [{ ...first, when: [is('organization', null)] } as Permission];
  const given = { permissions, tables: {}, managed_policies: {} };
  const { edges } = permissionsDiagram({ ...given, permissions }, { organization: null });

  expect(edges).toMatchObject([{ inputs: ['no organization'], by_default: true }]);
  expect(legend({ nodes: [], edges }, given)).toBe(
    'Solid lines apply by default. `no` before an input means that it is empty.',
  );
});

test('services that an input names are those of the caller', () => {
  const services: readonly Term[] = [
    { text: '${each.value}', for_each: 'services' },
    { text: 'x', when: [is('on', true)] },
  ];
  const [first, ...others] = model(always('role/x')).permissions;
  const trust = { ...first, services, when: [isNotEmpty('services')] } as Permission;
  const { nodes, edges } = permissionsDiagram(
    { permissions: [trust, ...others], tables: {}, managed_policies: {} },
    { services: [] },
  );

  expect(nodes).toContainEqual({ id: 'trust0', text: 'your services', outside: true });
  expect(edges).toContainEqual({
    from: 'trust0',
    to: 'holder0',
    does: 'assumes',
    inputs: ['services'],
    by_default: false,
  });
});
