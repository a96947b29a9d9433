import { synthesize } from '../../../generator/interface';
import { catalog, root } from '../../../modules/catalog';
import { permissionsOf } from '../../../modules/iam/permissions/domain';
import { explain } from '../../../modules/iam/permissions/explain';
import { inputsScope } from '../../../modules/iam/permissions/inputs-scope';

const model = permissionsOf(root.domain);
const { inputs, addresses } = synthesize(root).interface;

/** What is granted for given inputs of the root. */
const granted = (given: Readonly<Record<string, unknown>>) =>
  explain(model, inputsScope(root.inputs, given));

test('nothing is granted until an object or a bucket asks for it', () => {
  expect(granted({})).toEqual([]);
  expect(
    (root.domain.data.permissions as { by_default: boolean }[]).some((one) => one.by_default),
  ).toBe(false);
});

test('an object grants what its module does', () => {
  const own = catalog.find(({ name }) => name === 'hybrid-service-role');
  const alone = explain(
    permissionsOf(own?.domain ?? root.domain),
    inputsScope(own?.inputs ?? {}, {}),
  );

  expect(alone.length).toBeGreaterThan(1);
  expect(granted({ hybrid_service_role: {} }).map(({ id, address }) => [id, address])).toEqual(
    alone.map(({ id, address }) => [
      `hybrid_service_role.${id}`,
      `module.hybrid_service_role.${address}`,
    ]),
  );
});

test('an attribute of an object switches on what the input of the module does', () => {
  const [grant] = granted({
    instance_profile: {
      s3_buckets: [{ name: 'logs', access: 'read', encrypted: false }],
      partition: 'aws',
    },
  }).filter(({ kind }) => kind === 'statement');

  expect(grant).toMatchObject({
    resources: ['arn:aws:s3:::logs/*'],
    granted_to: ['role/${instance_profile.role_name}'],
  });
  expect(Object.keys(grant?.because ?? {})).toContain('instance_profile.s3_buckets');
});

test('what is shared is granted to the roles of managed nodes that there are', () => {
  const [grant] = granted({
    partition: 'aws',
    s3_buckets: [{ name: 'logs', access: 'read', encrypted: false }],
    hybrid_service_role: { role_name: 'servers' },
    automation_service_role: {},
  }).filter(({ id }) => id.startsWith('s3_access_policy.'));

  expect(grant).toMatchObject({
    resources: ['arn:aws:s3:::logs/*'],
    granted_to: ['role/servers'],
    address: 'module.s3_access_policy.aws_iam_policy.s3',
  });
});

test('what is shared is granted to a role that exists', () => {
  const [grant] = granted({
    partition: 'aws',
    s3_buckets: [{ name: 'logs', access: 'read', encrypted: false }],
    instance_profile: { create_role: false, existing_role_name: 'Web', role_name: 'Other' },
  }).filter(({ id }) => id.startsWith('s3_access_policy.'));

  expect(grant?.granted_to).toEqual(['role/Web']);
});

test('Automation may pass on the role of the instance profile where one is made', () => {
  const id = 'automation_service_role.pass_instance_profile_role';
  const passing = (given: object) =>
    granted({ partition: 'aws', account_id: '123456789012', ...given }).find(
      (one) => one.id === id,
    );
  const profile = { path: '/', role_name: 'Web' };

  expect(passing({ automation_service_role: {}, instance_profile: profile })).toMatchObject({
    actions: ['iam:PassRole'],
    resources: ['arn:aws:iam::123456789012:role/Web'],
    conditions: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
  });
  expect(passing({ automation_service_role: {} })).toBeUndefined();
  expect(passing({ instance_profile: profile })).toBeUndefined();
  expect(
    passing({ automation_service_role: {}, instance_profile: { create_role: false } }),
  ).toBeUndefined();
});

test('every permission hangs on an address and on inputs that the root has', () => {
  const attributes = inputs.flatMap(({ name, attributes: all }) => [
    name,
    ...all.map((one) => `${name}.${one.name}`),
  ]);
  const text = JSON.stringify(model.permissions);
  const paths = [
    ...[...text.matchAll(/\$\{(?:tables\.\w+\[|(?:literally|folder)\()?([\w.]+)/g)].map(([, path]) => path),
    ...[...text.matchAll(/"(?:value|for_each)":"([\w.]+)/g)].map(([, path]) => path),
  ].filter((path) => !/^each\b/.test(path ?? ''));

  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !attributes.includes(path ?? ''))).toEqual([]);
  const carried = model.permissions.map(({ address }) => address);
  expect(carried.filter((address) => !addresses.includes(address))).toEqual([]);
});
