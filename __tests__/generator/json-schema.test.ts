import Ajv2020 from 'ajv/dist/2020';
import { flag, list, page, record, shape, text } from '../../generator/json-schema';

const ajv = new Ajv2020({ formats: { uri: true } });
const accepts = (schema: object, value: unknown): boolean => ajv.compile(schema)(value);

test.each<readonly [string, object, unknown, unknown]>([
  ['a text is not empty', text('T.'), 'x', ''],
  ['a text is a string', text('T.'), 'x', 1],
  ['a page is served over TLS', page('P.'), 'https://example.com', 'http://example.com'],
  ['a flag is a boolean', flag('F.'), false, 'false'],
  ['a list has items of one kind', list(flag('F.'), 'L.'), [true], ['true']],
  ['a record has values of one kind', record(flag('F.')), { a: true }, { a: 1 }],
  ['a shape has its properties', shape({ a: flag('A.') }), { a: true }, {}],
  ['a shape has no others', shape({ a: flag('A.') }), { a: true }, { a: true, b: 1 }],
  ['an optional property has its kind', shape({ 'a?': flag('A.') }), {}, { a: 1 }],
])('%s', (_, schema, good, bad) => {
  expect(accepts(schema, good)).toBe(true);
  expect(accepts(schema, bad)).toBe(false);
});

test('descriptions are for readers', () => {
  expect([text('T.'), page('P.'), flag('F.'), list({}, 'L.'), record({}, 'R.')]).toEqual(
    ['T.', 'P.', 'F.', 'L.', 'R.'].map(
      (description) => expect.objectContaining({ description }) as unknown,
    ),
  );
  expect(record({})).not.toHaveProperty('description');
});
