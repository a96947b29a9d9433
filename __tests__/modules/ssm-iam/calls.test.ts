import { catalog } from '../../../modules/catalog';
import { CALLS, callsOf, defaultOf } from '../../../modules/ssm-iam/calls';
import type { Source } from '../../../modules/ssm-iam/calls';
import { inputs } from '../../../modules/ssm-iam/inputs';

const calls = callsOf(catalog);
const sources = calls.flatMap(({ called, inputs: given }) =>
  Object.entries(given).map(([input, source]): [string, string, Source] => [
    called.name,
    input,
    source,
  ]),
);

test('the roles of the catalog, and who runs automations, are called', () => {
  expect(calls.map(({ called }) => called.name)).toEqual([
    'automation-service-role',
    'automation-user-access',
    'hybrid-service-role',
    'instance-profile',
  ]);
});

test('a catalog that lacks one of them is no catalog', () => {
  expect(() => callsOf([])).toThrow('the catalog has no automation-service-role');
});

test.each(sources)('%s has the input %s, and what it gets', (module, input, source) => {
  const called = catalog.find(({ name }) => name === module);

  expect(called?.inputs).toHaveProperty(input);
  if ('input' in source) {
    expect(called?.inputs[input]?.type.constraint).toBe(inputs[source.input].type.constraint);
  } else if ('prefixed' in source) {
    expect(called?.inputs[input]?.default).toMatch(/^[A-Za-z]+$/);
  } else {
    expect(CALLS[source.roleOf]?.inputs).toHaveProperty('roleName');
    expect(called?.inputs[input]?.type.constraint).toBe(
      source.onlyIf === undefined ? 'string' : 'set(string)',
    );
  }
});

test('a module gets whatever this one has under the same name', () => {
  const left = calls.flatMap(({ called, inputs: given }) =>
    Object.keys(inputs)
      .filter((input) => input in called.inputs && !(input in given))
      .map((input) => `${called.name}: ${input}`),
  );

  expect(left).toEqual([]);
});

test('every input does something', () => {
  const used = Object.values(CALLS).flatMap(({ onlyIf, forAnyOf = [], inputs: given }) => [
    onlyIf,
    ...forAnyOf,
    ...Object.values(given).flatMap((source) =>
      'input' in source ? [source.input] : 'roleOf' in source ? [source.onlyIf] : ['namePrefix'],
    ),
  ]);

  expect(Object.keys(inputs).filter((input) => !used.includes(input))).toEqual([]);
});

test('a name is the default of its module', () => {
  const [role] = calls;

  expect(role === undefined ? '' : defaultOf(role.called, 'roleName')).toBe(
    'AutomationServiceRole',
  );
});
