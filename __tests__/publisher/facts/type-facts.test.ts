import type { Attribute } from '../../../contract/module';
import { typeFindings } from '../../../publisher/facts/type-facts';

type Type = Parameters<typeof typeFindings>[1];

const found = (before: Type, after: Type): string[] =>
  typeFindings('x', before, after).map(({ code, subject, step }) => `${code} ${subject}: ${step}`);

const plain = (type: string): Type => ({ type });

const textOf = ({ type, required: isRequired, default: preset }: Attribute): string =>
  isRequired ? type : `optional(${preset === null ? type : `${type}, ${JSON.stringify(preset)}`})`;

const object = (...attributes: readonly Attribute[]): Type => ({
  type: `object({ ${attributes.map((one) => `${one.name} = ${textOf(one)}`).join(', ')} })`,
  attributes,
});

const within = (collection: 'list' | 'set', { type, ...held }: Type): Type => ({
  ...held,
  type: `${collection}(${type})`,
  collections: [collection],
});

const required = (name: string, type = plain('string')): Attribute => ({
  ...type,
  name,
  description: 'x',
  required: true,
});

const optional = (name: string, preset: unknown = null, type = plain('string')): Attribute => ({
  ...required(name, type),
  required: false,
  default: preset,
});

const a = required('a');

test.each<[string, Type, Type, readonly string[]]>([
  ['the same', plain('string'), plain('string'), []],
  ['another', plain('string'), plain('number'), ['input-retyped x: major']],
  ['any', plain('number'), plain('any'), ['input-retyped x: major']],
  ['another collection', plain('list(string)'), plain('set(string)'), ['input-retyped x: major']],
  ['no object any more', object(a), plain('map(string)'), ['input-retyped x: major']],
  ['a first attribute', plain('object({})'), object(a), ['input-retyped x: major']],
  [
    'another collection around it, and an attribute more',
    within('list', object(a)),
    within('set', object(a, optional('b'))),
    ['input-retyped x: major'],
  ],
  ['a list of it', object(a), within('list', object(a)), ['input-retyped x: major']],
  ['attributes in another order', object(a, optional('b')), object(optional('b'), a), []],
  ['an attribute more', object(a), object(a, optional('b')), ['attribute-added x.b: minor']],
  [
    'one that has to be given',
    object(a),
    object(a, required('b')),
    ['attribute-added-required x.b: major'],
  ],
  ['an attribute less', object(a, optional('b')), object(a), ['attribute-removed x.b: major']],
  ['required', object(optional('a')), object(a), ['attribute-required x.a: major']],
  ['optional', object(a), object(optional('a', 'b')), ['attribute-optional x.a: minor']],
  [
    'another default',
    object(optional('a', 'b')),
    object(optional('a', 'c')),
    ['attribute-default-changed x.a: major'],
  ],
  [
    'a default',
    object(optional('a')),
    object(optional('a', 'c')),
    ['attribute-default-changed x.a: major'],
  ],
  ['the same default', object(optional('a', { b: 1 })), object(optional('a', { b: 1 })), []],
  [
    'another type around the same attributes',
    object(a),
    { ...object(a), type: 'tuple([string])' },
    ['input-retyped x: major'],
  ],
  [
    'another type with an attribute more',
    within('list', object(a)),
    { ...within('list', object(a, optional('b'))), type: 'list(any)' },
    ['attribute-added x.b: minor', 'input-retyped x: major'],
  ],
  [
    'another type that held more than its attributes',
    { ...object(a), type: 'object({ a = any })' },
    object(a),
    ['input-retyped x: major'],
  ],
  ['other words', object(a), object({ ...a, description: 'y' }), []],
  [
    'objects in objects',
    within('list', object(optional('a', null, within('list', object(required('b')))))),
    within(
      'list',
      object(
        optional(
          'a',
          null,
          within(
            'list',
            object(required('b', plain('number')), optional('c', null, plain('bool'))),
          ),
        ),
      ),
    ),
    ['attribute-added x.a.c: minor', 'input-retyped x.a.b: major'],
  ],
])('%s', (_, before, after, expected) => {
  expect(found(before, after)).toEqual(expected);
});

test('a finding shows both types', () => {
  expect(typeFindings('x', plain('list(string)'), plain('set(string)'))[0]).toMatchObject({
    before: 'list(string)',
    after: 'set(string)',
    text: '`x` takes another type',
  });
});

test.each([
  [a, 'string'],
  [optional('a'), 'optional(string)'],
  [optional('a', { b: 1 }), 'optional(string, {"b":1})'],
])('an attribute is shown as Terraform has it', (attribute, text) => {
  const [gone] = typeFindings('x', object(attribute, required('z')), object(required('z')));

  expect(gone?.before).toBe(text);
});
