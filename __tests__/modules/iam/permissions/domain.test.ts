import { catalog, shipped } from '../../../../modules/catalog';
import { permissionsOf } from '../../../../modules/iam/permissions/domain';
import { synthesize } from '../../../../generator/interface';

const definitions = shipped.map((definition) => [definition.name, definition] as const);

test.each(definitions)('the permissions of %s hang on resources that it has', (_, definition) => {
  const { addresses } = synthesize(definition).interface;
  const carried = permissionsOf(definition.domain).permissions.map(({ address }) => address);

  expect(carried.filter((address) => !addresses.includes(address))).toEqual([]);
});

test.each(definitions)('the permissions of %s hang on inputs that it has', (_, definition) => {
  const { inputs } = synthesize(definition).interface;
  const { permissions, tables } = permissionsOf(definition.domain);
  const known = new Set([
    ...inputs.map(({ name }) => name),
    'each',
    'executions',
    'folder',
    'relative',
    'tables',
  ]);
  const text = JSON.stringify(permissions);
  const paths = [
    ...[...text.matchAll(/\$\{(\w+)\b(?!:)/g)].map(([, name]) => name),
    ...[...text.matchAll(/"(?:value|for_each)":"(\w+)/g)].map(([, name]) => name),
    ...[...text.matchAll(/(?:executions|folder|relative)\((\w+)/g)].map(([, name]) => name),
  ];

  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((name) => !known.has(name ?? ''))).toEqual([]);
  const lookUps = [...text.matchAll(/tables\.(\w+)/g)].map(([, name]) => name ?? '');
  expect(lookUps.filter((name) => !(name in tables))).toEqual([]);
});

test('the README has its permissions, and a legend of the diagram', () => {
  const domain = catalog[0]?.domain;

  expect(domain?.legend).toMatch(/^Solid lines apply by default\./);
  expect(domain?.sections[0]).toBe('## Permissions');
});
