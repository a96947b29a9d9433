import Ajv2020 from 'ajv/dist/2020';
import { interfaceJson } from '../../generator/emit/interface-json';
import { synthesize } from '../../generator/interface';
import { interfaceSchema } from '../../generator/interface-schema';
import { shipped } from '../../modules/catalog';
import { exampleModule } from '../fixtures/example-module';

type Json = Readonly<Record<string, unknown>>;

const DATE = /^\d{4}-\d\d-\d\d$/;

/** One for each schema: they have one id. */
const ajv = (): Ajv2020 =>
  new Ajv2020({
    allowUnionTypes: true,
    formats: { uri: (text: string) => URL.canParse(text), date: DATE },
  });

type Judge = (value: unknown) => string;

/** What the schema has to say of a value: where and what; nothing if it is content. */
function judge(domain: Readonly<Record<string, object>>): Judge {
  const validate = ajv().compile(interfaceSchema(domain));
  return (value) => {
    const [first] = validate(value) ? [] : (validate.errors ?? []);
    return first === undefined ? '' : `${first.instancePath} ${first.message ?? ''}`.trim();
  };
}

const judges = new Map<object, Judge>();

function complaint(domain: Readonly<Record<string, object>>, value: unknown): string {
  const known = judges.get(domain) ?? judge(domain);
  judges.set(domain, known);
  return known(value);
}

const modules = [...shipped, exampleModule].map((definition) => {
  const text = interfaceJson(synthesize(definition).interface, '../../');
  return [definition.name, definition.domain.schemas, JSON.parse(text) as Json] as const;
});

test.each(modules)('the interface of %s is as the schema says', (_, domain, value) => {
  expect(complaint(domain, value)).toBe('');
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
  /\/(default|for_each|when|operands|attribute|part|managed_policy|Condition)(\/|$)|^\/(tables|managed_policies|providers)\/\w+(\/\w[\w-]*)?$/;

test.each(modules)(
  'nothing in the interface of %s may be missing but what is optional',
  (_, domain, value) => {
    const copies = withoutOneKey(value).filter(({ path }) => !MAY_GO.test(path));

    expect(copies.length).toBeGreaterThan(15);
    expect(
      copies.filter(({ copy }) => complaint(domain, copy) === '').map(({ path }) => path),
    ).toEqual([]);
  },
);

const [, domain, whole] =
  modules.find(([name]) => name === 'hybrid-service-role') ?? modules[0] ?? [];

test.each<readonly [string, Json]>([
  ['another version', { schema_version: 2 }],
  ['a key that nobody knows', { colour: 'red' }],
  ['a page that is none', { see: 'the guide' }],
  ['an input without a name', { inputs: [{}] }],
  ['a version that is none', { terraform: { version: '1.5', needed_for: 'x' } }],
  ['a permission of a kind that nobody knows', { permissions: [{ kind: 'deny' }] }],
  ['a requirement without its inputs', { requirements: [{ code: 'C', must: 'x', remedy: 'y' }] }],
  ['addresses that are no texts', { addresses: [1] }],
])('the schema refuses %s', (_, change) => {
  expect(complaint(domain ?? {}, { ...whole, ...change })).not.toBe('');
});
