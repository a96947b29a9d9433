import {
  fromTerraform,
  literalsInTerraform,
  toTerraform,
  unknownAttributes,
} from '../../generator/terraform-values';
import { input } from '../../generator/inputs';
import * as type from '../../generator/types';

const bucket = type.object({
  bucketName: type.attribute.required(type.string, 'd'),
  keyArn: type.attribute.optional(type.string, 'd'),
  isOpen: type.attribute.optional(type.bool, 'd', false),
});
const nested = type.map(type.list(bucket));

describe('a value of Terraform', () => {
  // as `terraform console` converts them: tostring(1.5), tobool("true"), toset(["b", "a", "b"])
  test.each<[string, type.Type<unknown>, unknown, unknown]>([
    ['a text stays', type.string, 'x', 'x'],
    ['digits in a text stay a text', type.string, '123456789012', '123456789012'],
    ['the word true in a text stays a text', type.string, 'true', 'true'],
    ['null for a text stays', type.string, null, null],
    ['what is no text stays, to be refused', type.string, ['x'], ['x']],
    ['a number becomes a text', type.string, 1.5, '1.5'],
    ['a bool becomes a text', type.string, true, 'true'],
    ['a text becomes a number', type.number, '3600', 3600],
    ['a text becomes a number with a fraction', type.number, '-1.25', -1.25],
    ['a text becomes a bool', type.bool, 'true', true],
    ['another text becomes the other bool', type.bool, 'false', false],
    ['another digit becomes the other bool', type.bool, '1', true],
    ['a digit in quotes becomes a bool', type.bool, '0', false],
    ['what is no number stays, to be refused', type.number, '1h', '1h'],
    ['what ends in a number stays, to be refused', type.number, 'v1', 'v1'],
    ['what is no bool stays, to be refused', type.bool, 'yes', 'yes'],
    ['what is no list stays, to be refused', type.list(type.string), 'x', 'x'],
    ['what is no map stays, to be refused', type.mapOfString, ['x'], ['x']],
    ['what is no object stays, to be refused', bucket, 'x', 'x'],
    [
      'elements of a list are there as often as before',
      type.list(type.string),
      ['a', 'a'],
      ['a', 'a'],
    ],
    ['elements are converted', type.list(type.string), [1, 'a'], ['1', 'a']],
    [
      'elements of a set are there once',
      type.set(type.string),
      ['b', 'a', 'b', 1, '1'],
      ['b', 'a', '1'],
    ],
    ['keys of a map keep their case', type.mapOfString, { Cost_Center: 7 }, { Cost_Center: '7' }],
    ['null stays', bucket, null, null],
  ])('%s', (_, of, given, expected) => {
    expect(fromTerraform(of, given)).toStrictEqual(expected);
  });

  test('has its attributes in camelCase, at any depth, and only those of its type', () => {
    const given = { Logs: [{ bucket_name: 'a', is_open: 'true', isOpen: false, other: 1 }] };

    expect(fromTerraform(nested, given)).toStrictEqual({
      Logs: [{ bucketName: 'a', isOpen: true }],
    });
  });

  test('tells the attributes that its type does not have', () => {
    const known = ['bucket_name', 'key_arn', 'is_open'];

    expect(
      unknownAttributes(nested, { a: [{ bucket_name: 'a', isOpen: true }], b: [{ x: 1 }] }),
    ).toEqual([
      { name: 'isOpen', known },
      { name: 'x', known },
    ]);
    expect(unknownAttributes(nested, { a: 'x', b: null })).toEqual([]);
    expect(unknownAttributes(type.mapOfString, { any: 'x' })).toEqual([]);
    expect(unknownAttributes(type.string, { any: 'x' })).toEqual([]);
    expect(unknownAttributes(bucket, 'x')).toEqual([]);
  });

  test('tells those of an object in an object', () => {
    const outer = type.object({ innerPart: type.attribute.optional(bucket, 'd') });

    expect(unknownAttributes(outer, { inner_part: { name: 'x' } })).toMatchObject([
      { name: 'name' },
    ]);
    expect(unknownAttributes(outer, { inner_part: null })).toEqual([]);
  });
});

describe('a value for Terraform', () => {
  test('has snake_case attributes with their defaults, in the order of jsonencode', () => {
    expect(JSON.stringify(toTerraform(nested, { b: [{ bucketName: 'x' }], A: [] }))).toBe(
      '{"A":[],"b":[{"bucket_name":"x","is_open":false,"key_arn":null}]}',
    );
  });

  test('has the elements of a set in order, and those of a list as they were', () => {
    expect(toTerraform(type.set(type.string), ['b', 'a'])).toEqual(['a', 'b']);
    expect(toTerraform(type.list(type.string), ['b', 'a'])).toEqual(['b', 'a']);
  });

  test('stays as it is where it has another type', () => {
    expect(toTerraform(type.list(bucket), ['name'])).toEqual(['name']);
    expect(toTerraform(type.mapOfString, ['key'])).toEqual(['key']);
    expect(toTerraform(type.mapOfString, 26)).toBe(26);
  });
});

const part = type.object({
  partName: type.attribute.required(type.string, 'd'),
  ownParts: type.attribute.optional(
    type.map(type.object({ isSpare: type.attribute.required(type.bool, 'd') })),
    'd',
  ),
});
const inputs = {
  thingName: input.required(type.string, { description: 'd' }),
  someParts: input.withDefault(type.list(part), [], { description: 'd' }),
  myLabels: input.withDefault(type.mapOfString, {}, { description: 'd' }),
};

test('inputs and attributes are named as in Terraform, keys of maps as the caller has them', () => {
  const literals = {
    someParts: [{ partName: 'a', ownParts: { myKey: { isSpare: true } } }, { partName: 'b' }],
    myLabels: { costCenter: 'x' },
    thingName: null,
  };

  expect(literalsInTerraform(literals, inputs)).toEqual({
    some_parts: [{ part_name: 'a', own_parts: { myKey: { is_spare: true } } }, { part_name: 'b' }],
    my_labels: { costCenter: 'x' },
    thing_name: null,
  });
});
