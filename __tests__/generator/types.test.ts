import { App, TerraformStack, TerraformVariable, Token } from 'cdktf';
import * as type from '../../generator/types';
import type { Type } from '../../generator/types';

const stack = new TerraformStack(new App(), 'types');
const text = new TerraformVariable(stack, 'text', { type: 'string' });

const part = type.object({
  partName: type.attribute.required(type.string, 'Name of the part.'),
  sizeInMm: type.attribute.optional(type.number, 'Size.'),
  isSpare: type.attribute.optional(type.bool, 'Whether it is a spare.', false),
  colour: type.attribute.optional(type.string, 'Colour.', 'red'),
});

/** No attribute of it has to be given, and none has a default. */
const bare = type.object({ names: type.attribute.optional(type.set(type.string), 'Names.') });

describe('a literal is of a type', () => {
  test.each<[string, Type<never>, unknown]>([
    ['a text', type.string, ''],
    ['a number', type.number, 0],
    ['a boolean', type.bool, false],
    ['an empty set', type.set(type.string), []],
    ['a list', type.list(type.number), [1, 2]],
    ['a list with a token', type.set(type.string), ['a', text.stringValue]],
    ['an empty map', type.mapOfString, {}],
    ['a map', type.mapOfString, { 'Any Key': 'a' }],
    ['a map with a token', type.mapOfString, { a: text.stringValue, b: Token.asAny(text.value) }],
    ['a map of sets', type.map(type.set(type.string)), { a: ['b'], c: [] }],
    ['an object with what is required', part, { partName: 'a' }],
    ['an object with everything', part, { partName: 'a', sizeInMm: 1, isSpare: true, colour: '' }],
    ['an object with null for what is optional', part, { partName: 'a', colour: null }],
    [
      'an object with a token',
      part,
      { partName: text.stringValue, isSpare: Token.asAny(text.value) },
    ],
  ])('when it is %s', (_, declared, value) => {
    expect(declared.accepts(value)).toBe(true);
  });

  test('whether null may be an element is for rules to say', () => {
    expect(type.list(type.string).accepts(['a', null])).toBe(true);
    expect(type.mapOfString.accepts({ a: null, b: undefined })).toBe(true);
    expect(type.mapOfString.render({ a: null as never })).toEqual({ a: null });
    expect(type.list(type.string).render([null as never])).toEqual([null]);
  });

  test.each<[string, Type<never>, unknown]>([
    ['a number for a text', type.string, 1],
    ['a text for a number', type.number, '1'],
    ['a text for a boolean', type.bool, 'true'],
    ['null for a text', type.string, null],
    ['a text for a set', type.set(type.string), 'a'],
    ['one wrong element', type.list(type.string), ['a', 1]],
    ['a list for a map', type.mapOfString, ['a']],
    ['null for a map', type.mapOfString, null],
    ['a text for a map', type.mapOfString, 'a'],
    ['a map of numbers', type.mapOfString, { a: 1 }],
    ['a map of texts for one of sets', type.map(type.set(type.string)), { a: ['b'], c: 'd' }],
    ['a wrong element in a map of sets', type.map(type.set(type.string)), { a: ['b', 1] }],
    ['an object without what is required', part, { isSpare: true }],
    ['null for what is required', part, { partName: null }],
    ['an unknown attribute', part, { partName: 'a', coulour: 'red' }],
    ['an attribute in snake_case', part, { part_name: 'a' }],
    ['an attribute of another type', part, { partName: 'a', isSpare: 'no' }],
    ['null for an object', part, null],
    ['a number for an object that needs nothing', bare, 5],
    ['a list for an object that needs nothing', bare, []],
  ])('but not when it is %s', (_, declared, value) => {
    expect(declared.accepts(value)).toBe(false);
  });
});

describe('a literal is rendered', () => {
  test('with its template markers escaped', () => {
    expect(type.string.render('${aws:username} %{x}')).toBe('$${aws:username} %%{x}');
  });

  test('with the tokens inside it untouched', () => {
    const token = text.stringValue;

    expect(type.string.render(`\${a}${token}`)).toBe(`$\${a}${token}`);
  });

  test('as it is when it is a number or a boolean', () => {
    expect(type.number.render(5)).toBe(5);
    expect(type.bool.render(false)).toBe(false);
  });

  test('element by element', () => {
    expect(type.set(type.string).render(['${a}', 'b'])).toEqual(['$${a}', 'b']);
  });

  test('with the keys of a map escaped, in the case they have', () => {
    expect(type.mapOfString.render({ MyTag: '${a}', 'Cost-Center': 'b', '${k}': 'c' })).toEqual({
      MyTag: '$${a}',
      'Cost-Center': 'b',
      '$${k}': 'c',
    });
  });

  test('with the elements of a map as they are rendered alone', () => {
    expect(type.map(type.set(type.string)).render({ 'A-b': ['${a}'] })).toEqual({
      'A-b': ['$${a}'],
    });
    expect(type.map(part).render({ x: { partName: 'a' } })).toMatchObject({
      x: { part_name: 'a', colour: 'red' },
    });
  });

  test('with the attributes of an object in snake_case and its defaults filled in', () => {
    expect(type.list(part).render([{ partName: 'a' }])).toEqual([
      { part_name: 'a', size_in_mm: null, is_spare: false, colour: 'red' },
    ]);
  });

  test('with null for an attribute that has neither value nor default', () => {
    expect(bare.render({})).toEqual({ names: null });
  });

  test('with null attributes at their defaults, as optional() reads them', () => {
    expect(part.render({ partName: '${a}', sizeInMm: 5, isSpare: null, colour: null })).toEqual({
      part_name: '$${a}',
      size_in_mm: 5,
      is_spare: false,
      colour: 'red',
    });
  });
});

describe('an expression is converted', () => {
  const object =
    '{ part_name = item.part_name, size_in_mm = try(item.size_in_mm, null), is_spare = try(coalesce(item.is_spare), false), colour = try(coalesce(item.colour), "red") }';

  test.each<[string, Type<never>, string]>([
    ['a text', type.string, 'local.x'],
    ['a number', type.number, 'local.x'],
    ['a boolean', type.bool, 'local.x'],
    ['a set', type.set(type.string), 'toset(local.x)'],
    ['a list', type.list(type.string), 'tolist(local.x)'],
    ['a map', type.mapOfString, 'tomap(local.x)'],
    [
      'a map of sets',
      type.map(type.set(type.string)),
      'tomap({ for key, item in local.x : key => toset(item) })',
    ],
    ['a list of objects', type.list(part), `tolist([for item in local.x : ${object}])`],
  ])('to %s', (_, declared, expected) => {
    expect(declared.convert('local.x')).toBe(expected);
  });

  test('to an object, attribute by attribute', () => {
    expect(part.convert('item')).toBe(object);
  });
});

test('the TypeScript type of an object follows its attributes', () => {
  type Part = Parameters<typeof part.render>[0];
  const least: Part = { partName: 'a' };
  const most: Part = { partName: 'a', sizeInMm: null, isSpare: undefined, colour: 'blue' };
  // @ts-expect-error a required attribute is missing
  const nameless: Part = { isSpare: true };
  // @ts-expect-error null for a required attribute
  const unnamed: Part = { partName: null };
  // @ts-expect-error an attribute of another type
  const mistyped: Part = { partName: 'a', isSpare: 'no' };
  // @ts-expect-error an unknown attribute
  const misspelt: Part = { partName: 'a', coulour: 'red' };

  expect([least, most].every((literal) => part.accepts(literal))).toBe(true);
  expect([nameless, unnamed, mistyped, misspelt].some((literal) => part.accepts(literal))).toBe(
    false,
  );
});
