import { snakeCase } from '../../../generator/names';
import { catalog, root } from '../../../modules/catalog';
import { sharedInputs } from '../../../modules/ssm-iam/inputs';
import {
  FALLBACKS,
  NEW_ROLE_ONLY,
  S3_POLICY_MODULE,
  isNodeRole,
  wiresOf,
} from '../../../modules/ssm-iam/wiring';
import { emittedModule } from '../../fixtures/emitted-module';

const { main, variables } = emittedModule(root);
const calls = main.module ?? {};
const of = (module: string) => catalog.find(({ name }) => name === module) ?? root;

test('the names of modules and inputs that the wiring knows exist', () => {
  const inputs = new Set(catalog.flatMap((module) => Object.keys(module.inputs)));

  expect(catalog.map(({ name }) => name)).toContain(S3_POLICY_MODULE);
  expect([...FALLBACKS, ...NEW_ROLE_ONLY, 'tags'].filter((name) => !inputs.has(name))).toEqual([]);
  expect(FALLBACKS.filter((name) => !(name in sharedInputs))).toEqual([]);
});

test('every output of a module that is read is one', () => {
  const read = [...JSON.stringify(main).matchAll(/\bmodule\.(\w+)\[\*\]\.(\w+)/g)];
  const outputs = new Set(
    catalog.flatMap(({ name, outputs: declared }) =>
      Object.keys(declared).map((output) => `${name.replace(/-/g, '_')}.${snakeCase(output)}`),
    ),
  );

  expect(read.map(([, module = '', output = '']) => `${module}.${output}`).sort()).toEqual([
    'automation_service_role.role_arn',
    'instance_profile.role_arn',
    's3_access_policy.policies',
  ]);
  expect(
    read.filter(([, module = '', output = '']) => !outputs.has(`${module}.${output}`)),
  ).toEqual([]);
});

test('every variable and attribute that is read is one', () => {
  const read = [...JSON.stringify(main).matchAll(/\bvar\.(\w+)(?:\.(\w+))?/g)];
  const types = variables.variable ?? {};
  const unknown = read.filter(
    ([, name = '', attribute]) =>
      !(name in types) ||
      (attribute !== undefined && !String(types[name]?.type).includes(` ${attribute} = `)),
  );

  expect(read.length).toBeGreaterThan(80);
  expect(unknown).toEqual([]);
});

test('managed nodes are those of EC2 and of hybrid activations', () => {
  expect(catalog.filter(({ inputs }) => isNodeRole(inputs)).map(({ name }) => name)).toEqual([
    'hybrid-service-role',
    'instance-profile',
  ]);
});

describe('a module of the catalog', () => {
  const added = {
    ...of('automation-user-access'),
    name: 'maintenance-window-role',
  };

  test('gets what is shared without being named', () => {
    expect(Object.keys(wiresOf(added)).sort()).toEqual(['partition', 'path', 'policyName', 'tags']);
  });
});

test.each<[string, string, string]>([
  [
    'path',
    'hybrid_service_role',
    '${var.hybrid_service_role.path == null ? var.path : var.hybrid_service_role.path}',
  ],
  ['tags', 'hybrid_service_role', '${merge(var.tags, var.hybrid_service_role.tags)}'],
  [
    'role_name',
    'hybrid_service_role',
    '${var.hybrid_service_role.role_name == null ? "${var.name_prefix}SSMServiceRole" : var.hybrid_service_role.role_name}',
  ],
  [
    'additional_policy_arns',
    'hybrid_service_role',
    '${merge(var.hybrid_service_role.additional_policy_arns, local.shared_policy_arns)}',
  ],
  [
    'additional_policy_arns',
    'automation_service_role',
    '${var.automation_service_role.additional_policy_arns}',
  ],
  ['regions', 'instance_profile', '${var.instance_profile.regions}'],
  [
    'permissions_boundary',
    'instance_profile',
    '${var.instance_profile.create_role ? (var.instance_profile.permissions_boundary == null ? var.permissions_boundary : var.instance_profile.permissions_boundary) : var.instance_profile.permissions_boundary}',
  ],
  [
    'pass_role_arns',
    'automation_service_role',
    '${setunion(var.automation_service_role.pass_role_arns, [for profile in var.instance_profile[*] : one(module.instance_profile[*].role_arn) if profile.create_role])}',
  ],
  [
    'automation_role_arn',
    'automation_user_access',
    '${coalesce(var.automation_user_access.automation_role_arn, one(module.automation_service_role[*].role_arn), "arn:aws:iam::000000000000:role/automation_role_arn-is-null")}',
  ],
])('%s of %s is %s', (input, module, expected) => {
  expect(calls[module]?.[input]).toBe(expected);
});

test('what stands in is told where the attribute is described', () => {
  const standIns = Object.entries(wiresOf(of('instance-profile'))).map(
    ([input, { standIn }]) => [input, standIn] as const,
  );

  expect(Object.fromEntries(standIns)).toEqual({
    additionalPolicyArns: undefined,
    agentBuckets: 'the shared `agent_buckets`',
    partition: 'the shared `partition`',
    path: 'the shared `path`',
    permissionsBoundary: 'the shared `permissions_boundary`',
    roleName: '`name_prefix` followed by `SSMInstanceProfile`',
    tags: undefined,
  });
});
