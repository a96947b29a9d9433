import { catalog, root } from '../../../modules/catalog';
import { inputs } from '../../../modules/ssm-iam/inputs';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';

const emitted = emittedModule(root);
const table = inputTable(emitted);

test('the inputs are these, with these defaults: at most 16', () => {
  expect(table).toEqual({
    account_id: ['string', null],
    automation_groups: ['set(string)', []],
    automation_passes_instance_role: ['bool', false],
    automation_roles: ['set(string)', []],
    automation_service_role: ['bool', false],
    cloudwatch_agent: ['bool', false],
    directory_service: ['bool', false],
    hybrid_service_role: ['bool', false],
    instance_profile: ['bool', false],
    name_prefix: ['string', ''],
    partition: ['string', null],
    path: ['string', '/'],
    permissions_boundary: ['string', null],
    regions: ['set(string)', []],
    s3_buckets: [expect.stringMatching(/^list\(object\(/), []],
    tags: ['map(string)', {}],
  });
  expect(Object.keys(table).length).toBeLessThanOrEqual(16);
  expect(nullableInputs(emitted)).toEqual(['account_id', 'partition', 'permissions_boundary']);
});

test('none is an object, of which Terraform would drop a misspelt attribute', () => {
  const objects = Object.values(table).filter(([type]) => String(type).startsWith('object('));

  expect(objects).toEqual([]);
});

// the path is that of policies as well as of roles, and of the ARN of a role that is passed
test('a rule stands in the module that owns the input', () => {
  const ruled = Object.entries(inputs).filter(([, { rules }]) => rules.length > 0);

  expect(ruled.map(([name]) => name)).toEqual(['namePrefix', 'path']);
});

describe('the prefix of names', () => {
  const [rule] = inputs.namePrefix.rules;

  test.each(['', 'team-', 'a'.repeat(32)])('may be "%s"', (prefix) => {
    expect(rule?.accepts(prefix)).toBe(true);
  });

  test.each(['a'.repeat(33), 'my team', 'a/b'])('may not be "%s"', (prefix) => {
    expect(rule?.accepts(prefix)).toBe(false);
  });

  test('leaves room for every default name within what IAM takes', () => {
    const names = catalog.flatMap((one) => [one.inputs.roleName?.default]).filter(Boolean);

    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => `${'a'.repeat(32)}${String(name)}`.length > 64)).toEqual([]);
  });
});
