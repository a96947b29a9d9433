import { icon, stylesheet } from '../../../publisher/site/appearance';

const declared = [...stylesheet.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)];
const whole = (value = ''): string =>
  value.length === 4 ? value.replaceAll(/\w/g, '$&$&') : value;

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
  ['light', 2],
  ['dark', 3],
])('letters are told from what is behind them: %s', (_, index) => {
  const colours = new Map(declared.map((one) => [one[1], whole(one[index])]));
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

test('each colour that is declared is used, and the other way round', () => {
  const used = [...stylesheet.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);

  expect(new Set(used)).toEqual(new Set(declared.map(([, name]) => name)));
});

test('nothing is loaded', () => {
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face|http/);
  expect(icon).not.toMatch(/style|script|href/);
});
