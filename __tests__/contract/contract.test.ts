import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { contract, contractSchema } from '../../contract/contract';
import { interfaceJson } from '../../generator/emit/interface-json';
import { canonicalJson } from '../../generator/emit/json';
import { synthesize } from '../../generator/interface';
import { shipped } from '../../modules/catalog';
import { exampleModule } from '../fixtures/example-module';

type Json = Readonly<Record<string, unknown>>;

const DATE = /^\d{4}-\d\d-\d\d$/;

const validate = new Ajv2020({
  allowUnionTypes: true,
  formats: { uri: (text: string) => URL.canParse(text), date: DATE },
}).compile(contractSchema());

/** What the schema has to say of a value: where and what; nothing if it is content. */
function complaint(value: unknown): string {
  const [first] = validate(value) ? [] : (validate.errors ?? []);
  return first === undefined ? '' : `${first.instancePath} ${first.message ?? ''}`.trim();
}

const modules = [...shipped, exampleModule].map((definition) => {
  const text = interfaceJson(synthesize(definition).interface, '../../');
  return [definition.name, JSON.parse(text) as Json] as const;
});

test.each(modules)('the interface of %s is as the schema says', (_, value) => {
  expect(complaint(value)).toBe('');
  expect(contract.parse(value)).toEqual(value);
});

/** All objects in a value, with the way to them and to a copy without one of their keys. */
function withoutOneKey(value: unknown): { path: string; copy: unknown }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    const [item, ...others] = value as unknown[];
    return withoutOneKey(item).map(({ path, copy }) => ({
      path: `/0${path}`,
      copy: [copy, ...others],
    }));
  }
  return Object.entries(value).flatMap(([key, item]) => [
    {
      path: `/${key}`,
      copy: Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
    },
    ...withoutOneKey(item).map(({ path, copy }) => ({
      path: `/${key}${path}`,
      copy: { ...value, [key]: copy },
    })),
  ]);
}

/** What may be missing, or has a name that is not fixed. */
const MAY_GO =
  /\/(accounts|collections|default|does|for_each|limits|when|operands|attribute|part|managed_policy|Condition)(\/|$)|^\/(deployer|diagram)$|^\/(tables|managed_policies|providers)\/\w+(\/\w[\w-]*)?$/;

test.each(modules)(
  'nothing in the interface of %s may be missing but what is optional',
  (_, value) => {
    const copies = withoutOneKey(value).filter(({ path }) => !MAY_GO.test(path));

    expect(copies.length).toBeGreaterThan(15);
    expect(copies.filter(({ copy }) => complaint(copy) === '').map(({ path }) => path)).toEqual([]);
  },
);

const [, whole] = modules.find(([name]) => name === 'hybrid-service-role') ?? modules[0] ?? [];

test.each<readonly [string, Json]>([
  ['a key that nobody knows', { colour: 'red' }],
  ['a permission of a kind that nobody knows', { permissions: [{ kind: 'deny' }] }],
])('the schema refuses %s', (_, change) => {
  expect(complaint({ ...whole, ...change })).not.toBe('');
});

test('the schema that is shipped is made of it', () => {
  const file = join(__dirname, '../../docs/schemas/interface.schema.json');

  // `npm run generate` writes it
  expect(readFileSync(file, 'utf8')).toBe(canonicalJson(contractSchema()));
});
