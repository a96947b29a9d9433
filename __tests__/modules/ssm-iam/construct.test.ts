import { catalog, root } from '../../../modules/catalog';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(root);
const { main, outputs } = emitted;
const calls = main.module ?? {};

test('the root has calls, and no resource, data source or local of its own', () => {
  expect(Object.keys(main).sort()).toEqual(['//', 'module']);
});

test('a module is called once or not at all', () => {
  expect(
    Object.fromEntries(
      Object.entries(calls).map(([name, { source, count }]) => [name, [source, count]]),
    ),
  ).toEqual({
    automation_service_role: [
      './modules/automation-service-role',
      '${var.automation_service_role ? 1 : 0}',
    ],
    automation_user_access: [
      './modules/automation-user-access',
      '${var.automation_service_role && length(var.automation_groups) + length(var.automation_roles) > 0 ? 1 : 0}',
    ],
    hybrid_service_role: ['./modules/hybrid-service-role', '${var.hybrid_service_role ? 1 : 0}'],
    instance_profile: ['./modules/instance-profile', '${var.instance_profile ? 1 : 0}'],
  });
});

test.each([
  ['path', 'hybrid_service_role', '${var.path}'],
  ['s3_buckets', 'instance_profile', '${var.s3_buckets}'],
  ['groups', 'automation_user_access', '${var.automation_groups}'],
  ['role_name', 'hybrid_service_role', '${var.name_prefix}SSMServiceRole'],
  [
    'pass_role_arns',
    'automation_service_role',
    '${var.automation_passes_instance_role ? module.instance_profile[*].role_arn : []}',
  ],
  [
    'automation_role_arn',
    'automation_user_access',
    '${one(module.automation_service_role[*].role_arn)}',
  ],
  ['core_policy', 'instance_profile', undefined],
])('%s of %s is %s', (input, module, expected) => {
  expect(calls[module]?.[input]).toBe(expected);
});

test('every variable and output that is read is one', () => {
  const read = [...JSON.stringify([main, outputs]).matchAll(/\bvar\.(\w+)/g)];
  const variables = Object.keys(emitted.variables.variable ?? {});
  const ofModules = [...JSON.stringify([main, outputs]).matchAll(/\bmodule\.(\w+)\[\*\]\.(\w+)/g)];
  const known = catalog.flatMap((module) =>
    Object.keys(emittedModule(module).outputs.output ?? {}).map(
      (output) => `${module.name.replace(/-/g, '_')}.${output}`,
    ),
  );

  expect([...new Set(read.map(([, name]) => name))].sort()).toEqual(variables.sort());
  expect(ofModules.map(([, module = '', output = '']) => `${module}.${output}`).sort()).toEqual([
    'automation_service_role.role_arn',
    'hybrid_service_role.s3_policy_arns',
    'instance_profile.role_arn',
    'instance_profile.s3_policy_arns',
  ]);
  expect(
    ofModules.filter(([, module = '', output = '']) => !known.includes(`${module}.${output}`)),
  ).toEqual([]);
});

test('the outputs are those of the modules, and the S3 policies of either kind', () => {
  expect(outputTable(emitted)).toEqual({
    automation_service_role: '${one(module.automation_service_role[*])}',
    automation_user_access: '${one(module.automation_user_access[*])}',
    hybrid_service_role: '${one(module.hybrid_service_role[*])}',
    instance_profile: '${one(module.instance_profile[*])}',
    s3_policy_arns:
      '${flatten([module.hybrid_service_role[*].s3_policy_arns, module.instance_profile[*].s3_policy_arns])}',
  });
});

test('what no module can refuse is refused at the first output', () => {
  const guarded = Object.entries(outputs.output ?? {}).flatMap(([name, { precondition }]) =>
    precondition === undefined ? [] : [[name, precondition]],
  );

  expect(Object.fromEntries(guarded)).toEqual({
    automation_service_role: [
      {
        condition:
          '${var.automation_service_role || length(var.automation_groups) + length(var.automation_roles) == 0}',
        error_message: expect.stringMatching(/ \[NoAutomationRole\]$/) as string,
      },
      {
        condition:
          '${!var.automation_passes_instance_role || (var.automation_service_role && var.instance_profile)}',
        error_message: expect.stringMatching(/ \[NoRoleToPass\]$/) as string,
      },
    ],
  });
});
