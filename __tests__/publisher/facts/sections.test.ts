import type { Fact } from '../../../publisher/facts/fact';
import { sectionsOf, valueLines } from '../../../publisher/facts/sections';

const fact = (text: string, step: Fact['step'] = 'minor'): Fact => ({
  ...{ module: 'lamp', code: 'x', subject: 'x', before: null, after: null, text, step },
});

test('what is granted comes first, then what breaks; what nothing is in is left out', () => {
  const facts = {
    interface: [fact('a', 'patch'), fact('b', 'major'), fact('c', 'major')],
    permissions: [
      { ...fact('d', 'major'), by_default: false },
      { ...fact('e'), by_default: true },
    ],
  };
  const told = sectionsOf(facts).map((one) => [one.title, ...one.facts.map(({ text }) => text)]);

  expect(told).toEqual([
    ['Permissions, by default', 'e'],
    ['Permissions that inputs switch on', 'd'],
    ['Breaking', 'b', 'c'],
    ['Other', 'a'],
  ]);
});

test.each([
  [null, []],
  ['a', ['"a"']],
  ['', ['""""']],
  [
    ['a', 'b'],
    ['"a"', '"b"'],
  ],
  [[], ['"[]"']],
  [{ a: 1 }, ['"{"a":1}"']],
  [false, ['"false"']],
])('%j is told in lines', (value, lines) => {
  expect(valueLines(value, (text) => `"${text}"`)).toEqual(lines);
});
