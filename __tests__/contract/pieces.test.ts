import Ajv2020 from 'ajv/dist/2020';
import { z } from 'zod';
import { flag, list, page, record, shape, text } from '../../contract/pieces';

test.each<readonly [string, z.ZodType, unknown, unknown]>([
  ['a text is not empty', text('T.'), 'x', ''],
  ['a text is a string', text('T.'), 'x', 1],
  ['a page is served over TLS', page('P.'), 'https://example.com', 'http://example.com'],
  ['a flag is a boolean', flag('F.'), false, 'false'],
  ['a list has items of one kind', list(flag('F.'), 'L.'), [true], ['true']],
  ['a record has values of one kind', record(flag('F.'), 'R.'), { a: true }, { a: 1 }],
  ['a shape has its properties', shape({ a: flag('A.') }), { a: true }, {}],
])('%s', (_, schema, good, bad) => {
  expect(schema.safeParse(good)).toEqual({ success: true, data: good });
  expect(schema.safeParse(bad).success).toBe(false);
});

test('to its JSON Schema a shape has no others', () => {
  const judge = new Ajv2020().compile(z.toJSONSchema(shape({ a: flag('A.') })));

  expect(judge({ a: true })).toBe(true);
  expect(judge({ a: true, b: 1 })).toBe(false);
});

test('a reader leaves out what a shape does not have', () => {
  expect(shape({ a: flag('A.') }).parse({ a: true, b: 1 })).toEqual({ a: true });
});

test('descriptions are for readers', () => {
  const pieces = [text('T.'), page('P.'), flag('F.'), list(z.unknown(), 'L.')];

  expect(pieces.map(({ description }) => description)).toEqual(['T.', 'P.', 'F.', 'L.']);
  expect(record(z.unknown(), 'R.').description).toBe('R.');
});
