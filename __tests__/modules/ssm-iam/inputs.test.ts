import { sharedInputs } from '../../../modules/ssm-iam/inputs';
import { catalog, root } from '../../../modules/catalog';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';

const emitted = emittedModule(root);
const table = inputTable(emitted);
const objects = Object.keys(table).filter((name) => String(table[name]?.[0]).startsWith('object('));

test('what is shared is this, with these defaults', () => {
  const shared = Object.entries(table).filter(([name]) => !objects.includes(name));

  expect(Object.fromEntries(shared)).toMatchObject({
    account_id: ['string', null],
    agent_buckets: ['string', 'all'],
    name_prefix: ['string', ''],
    partition: ['string', null],
    path: ['string', '/'],
    permissions_boundary: ['string', null],
    regions: ['set(string)', []],
    s3_buckets: [expect.stringMatching(/^list\(object\(/), []],
    s3_policy_name: ['string', null],
    tags: ['map(string)', {}],
  });
  expect(shared).toHaveLength(10);
});

test('every module but that of the shared policy is an object, switched off by default', () => {
  const names = catalog.map(({ name }) => name.replace(/-/g, '_'));

  expect(objects).toEqual(names.filter((name) => name !== 's3_access_policy'));
  expect(objects.map((name) => table[name]?.[1])).toEqual(objects.map(() => null));
  expect(nullableInputs(emitted)).toEqual(expect.arrayContaining(objects));
});

describe('the prefix of names', () => {
  const [rule] = sharedInputs.namePrefix.rules;

  test.each(['', 'team-', 'a'.repeat(32)])('may be "%s"', (prefix) => {
    expect(rule?.accepts(prefix)).toBe(true);
  });

  test.each(['a'.repeat(33), 'my team', 'a/b'])('may not be "%s"', (prefix) => {
    expect(rule?.accepts(prefix)).toBe(false);
  });

  test('leaves room for every default name within what IAM takes', () => {
    const names = catalog.flatMap(({ inputs }) => [inputs.roleName?.default]).filter(Boolean);

    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => `${'a'.repeat(32)}${String(name)}`.length > 64)).toEqual([]);
  });
});
