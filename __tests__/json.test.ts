import { jsonObject, parseJson } from '../json';
import { usageError } from './fixtures/usage-error';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

test('JSON is read up to a hundred levels', () => {
  expect(JSON.stringify(parseJson(nested(100)))).toBe(nested(100));
  expect(parseJson('null')).toBeNull();
});

test.each([101, 100_000])('JSON with %d levels is refused', (levels) => {
  const message = 'it is nested more than 100 levels deep';

  expect(() => parseJson(nested(levels))).toThrow(message);
  expect(() => parseJson(`{"a":${nested(levels)}}`)).toThrow(message);
});

test('JSON that is an object is given, and the file that holds none is named', () => {
  expect(jsonObject('a.json', '{"b": 1}', 'mend it')).toEqual({ b: 1 });
  for (const text of ['[]', 'null', '1', '"x"']) {
    expect(() => jsonObject('a.json', text, 'mend it')).toThrow(
      usageError('NoJson', 'a.json must be a JSON object (it is another value); mend it [NoJson]'),
    );
  }
  expect(() => jsonObject('a.json', '{', 'mend it')).toThrow(
    /^a\.json must be .*; mend it \[NoJson\]$/,
  );
});
