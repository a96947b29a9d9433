import { parseType, typeText } from '../../../publisher/release-plan/type-constraint';
import { modulesIn } from '../../../publisher/module-interface';
import { generatedFiles } from '../../fixtures/contracts';

test.each([
  ['string', 'string'],
  ['map( set(string) )', 'map(set(string))'],
  ['object({})', 'object({})'],
  ['object({ a = string, b = optional(number) })', 'object({ a = string, b = optional(number) })'],
  ['object({ a = optional(string, null) })', 'object({ a = optional(string) })'],
  ['object({\n  a = string\n  b = bool\n})', 'object({ a = string, b = bool })'],
  [
    'object({ a = optional( map(string), { "x, y" = "} )" } ), b = bool })',
    'object({ a = optional(map(string), {"x, y"="} )"}), b = bool })',
  ],
  ['tuple([string,  number])', 'tuple([string,number])'],
])('%j is read as %j', (text, expected) => {
  expect(typeText(parseType(text))).toBe(expected);
});

test('attributes are told apart at any depth', () => {
  expect(parseType('list(object({ a = optional(object({ b = number }), {}) }))')).toEqual({
    kind: 'collection',
    name: 'list',
    of: {
      kind: 'object',
      attributes: {
        a: {
          optional: true,
          default: '{}',
          type: {
            kind: 'object',
            attributes: {
              b: { optional: false, default: 'null', type: { kind: 'plain', name: 'number' } },
            },
          },
        },
      },
    },
  });
});

test('the attributes of all inputs of this project are those that its contracts list', () => {
  const inputs = modulesIn(generatedFiles()).flatMap(({ contract }) => contract.inputs);
  const objects = inputs.filter(({ attributes }) => attributes.length > 0);

  expect(objects.length).toBeGreaterThan(3);
  for (const { type, attributes } of objects) {
    const parsed = parseType(type);
    const object = parsed.kind === 'collection' ? parsed.of : parsed;
    expect(Object.keys(object.kind === 'object' ? object.attributes : {})).toEqual(
      attributes.map(({ name }) => name),
    );
  }
});
