import { icon, stylesheet } from '../../../publisher/site/appearance';

/** Values of the colours where they are declared: light, dark, print. */
const schemes = stylesheet
  .split(':root {')
  .slice(1)
  .map(
    (text) => new Map([...(text.split('}')[0] ?? '').matchAll(/--([\w-]+): (#\w+);/g)].map(pair)),
  );

function pair([, name = '', value = '']: RegExpMatchArray): [string, string] {
  return [name, value.length === 4 ? value.replaceAll(/\w/g, '$&$&') : value];
}

/** As WCAG reckons it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each([
  ['light', 0],
  ['dark', 1],
  ['print', 2],
])('letters are told from what is behind them: %s', (_, index) => {
  const colours = schemes[index] ?? new Map<string, string>();
  const pairs = [
    ...['ink', 'soft', 'accent', 'good', 'bad'].flatMap((front) =>
      ['paper', 'shade'].map((back) => [front, back] as const),
    ),
    ...['ink', 'accent'].map((front) => [front, 'mark'] as const),
    ...['ink', 'good', 'accent'].map((front) => [front, 'good-shade'] as const),
    ...['ink', 'bad', 'accent'].map((front) => [front, 'bad-shade'] as const),
  ];
  const pale = pairs.filter(
    ([front, back]) => !(contrast(colours.get(front) ?? '', colours.get(back) ?? '') >= 4.5),
  );

  expect(pale).toEqual([]);
});

test('each colour is declared for each scheme, and used', () => {
  const [light] = schemes;

  expect(schemes.map((colours) => [...colours.keys()])).toEqual(
    schemes.map(() => [...(light?.keys() ?? [])]),
  );
  expect(
    [...(light?.keys() ?? [])].filter((name) => !stylesheet.includes(`var(--${name})`)),
  ).toEqual([]);
});

test('nothing is loaded', () => {
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face|http/);
  expect(icon).not.toMatch(/style|script|href/);
});
