import { catalog, root } from '../../../modules/catalog';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(root);
const { main, outputs } = emitted;
const calls = main.module ?? {};

test('the root has calls and what they share, and no resource or data source of its own', () => {
  expect(Object.keys(main).sort()).toEqual(['//', 'locals', 'module']);
});

test('every module of the catalog is called, with all of its inputs', () => {
  const called = Object.entries(calls).map(([name, { source, count: _, ...inputs }]) => [
    name,
    source,
    Object.keys(inputs).length,
  ]);
  const shared = 7;
  const known = catalog.map(({ name, inputs }) => [
    name.replace(/-/g, '_'),
    `./modules/${name}`,
    name === 's3-access-policy' ? shared : Object.keys(inputs).length,
  ]);

  expect(called.sort()).toEqual(known.sort());
});

test('a module is called once or not at all, and nothing sensitive decides on that', () => {
  expect(
    Object.fromEntries(Object.entries(calls).map(([name, { count }]) => [name, count])),
  ).toEqual({
    automation_service_role: '${length(var.automation_service_role[*])}',
    automation_user_access: '${length(var.automation_user_access[*])}',
    hybrid_service_role: '${length(var.hybrid_service_role[*])}',
    instance_profile: '${length(var.instance_profile[*])}',
    s3_access_policy: '${length(var.regions) + length(var.s3_buckets) > 0 ? 1 : 0}',
  });
});

test('the shared policy takes what is shared, under a name that no role gives its own', () => {
  expect(calls.s3_access_policy).toEqual({
    source: './modules/s3-access-policy',
    count: expect.any(String) as string,
    agent_buckets: '${var.agent_buckets}',
    partition: '${var.partition}',
    path: '${var.path}',
    policy_name:
      '${var.s3_policy_name == null ? "${var.name_prefix}SSMSharedS3Policy" : var.s3_policy_name}',
    regions: '${var.regions}',
    s3_buckets: '${var.s3_buckets}',
    tags: '${var.tags}',
  });
  const ownNames = catalog.map(({ inputs }) => `${String(inputs.roleName?.default)}S3Policy`);
  expect(ownNames).not.toContain('SSMSharedS3Policy');
});

test('its attachments have keys that do not hang on its ARNs', () => {
  expect(main.locals).toEqual({
    shared_policy_arns:
      '${{ for kind, arn in merge(module.s3_access_policy[*].policies...) : "shared-s3-${kind}" => arn }}',
  });
});

test('the outputs are those of the modules', () => {
  expect(outputTable(emitted)).toEqual({
    automation_service_role: '${one(module.automation_service_role[*])}',
    automation_user_access: '${one(module.automation_user_access[*])}',
    hybrid_service_role: '${one(module.hybrid_service_role[*])}',
    instance_profile: '${one(module.instance_profile[*])}',
    s3_policy_arns: '${flatten(module.s3_access_policy[*].policy_arns)}',
  });
});

test('what no module can refuse is refused at an output', () => {
  expect(outputs.output?.automation_user_access?.precondition).toEqual([
    {
      condition:
        '${length(var.automation_service_role[*]) > 0 || alltrue([for access in var.automation_user_access[*] : access.automation_role_arn != null])}',
      error_message: expect.stringMatching(
        /^automation_user_access must .* \[NoAutomationRole\]$/,
      ) as string,
    },
  ]);
});
