import { canonicalJson } from '../../../generator/emit/json';

test('keys are sorted at every depth and lists keep their order', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ f: 1, e: 2 }, 'z', 'y'], c: null } })).toBe(`{
  "a": {
    "c": null,
    "d": [
      {
        "e": 2,
        "f": 1
      },
      "z",
      "y"
    ]
  },
  "b": 1
}
`);
});

test('keys are sorted by their bytes, not by a language', () => {
  expect(
    Object.keys(JSON.parse(canonicalJson({ ä: 1, b: 1, _: 1, B: 1, a: 1 })) as object),
  ).toEqual(['B', '_', 'a', 'b', 'ä']);
});

test('the same value gives the same bytes in whatever order it was made', () => {
  expect(canonicalJson({ a: { x: 1, y: 2 }, b: [] })).toBe(
    canonicalJson({ b: [], a: { y: 2, x: 1 } }),
  );
});

test('empty objects and lists stay on one line', () => {
  expect(canonicalJson({ a: {}, b: [] })).toBe('{\n  "a": {},\n  "b": []\n}\n');
});

test('what is undefined is left out, and null is not', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{\n  "b": null\n}\n');
});

test.each([[{ a: 1 }], [{}], [['a']], ['a']])('one newline ends the text of %j', (value) => {
  expect(canonicalJson(value)).toMatch(/[^\n]\n$/);
});

test('the value given is not changed', () => {
  const value = { b: 1, a: 2 };
  canonicalJson(value);

  expect(Object.keys(value)).toEqual(['b', 'a']);
});
