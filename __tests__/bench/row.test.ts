import { compared, comparedTimes, shown } from '../../bench/row';

const one = [
  { cpu: 6, wall: 3 },
  { cpu: 5, wall: 4 },
  { cpu: 7, wall: 5 },
];
const other = [
  { cpu: 4, wall: 2 },
  { cpu: 4, wall: 2 },
];

test('times are compared by either clock, with medians', () => {
  expect(comparedTimes('one / other', one, other)).toEqual({
    what: 'one / other',
    measured: {
      CPU: { text: '6.00 s (17 %) / 4.00 s (0 %)', ratio: 1.5, spread: 1 / 6 },
      'Wall time': { text: '4.00 s (25 %) / 2.00 s (0 %)', ratio: 2, spread: 0.25 },
    },
  });
});

test.each([
  ['CPU', 1.5, true],
  ['CPU', 1.4, false],
  ['wall', 2, true],
  ['wall', 1.9, false],
] as const)('a target holds by the clock that it names: %s at most %d', (by, atMost, met) => {
  expect(comparedTimes('', one, other, { by, atMost }).target).toEqual({
    text: `${by} ≤ ${atMost}`,
    met,
  });
});

test('other samples are compared in their unit', () => {
  const few = { median: 10, spread: 0.1 };
  const many = { median: 13, spread: 0.02 };

  expect(compared('many / few', 'ms', many, few, { atMost: 1.2 })).toEqual({
    what: 'many / few',
    measured: { Measured: { text: '13.0 ms (2 %) / 10.0 ms (10 %)', ratio: 1.3, spread: 0.1 } },
    target: { text: '≤ 1.2', met: false },
  });
});

test('a number is shown with three digits and its spread', () => {
  expect(shown({ median: 0.12345, spread: 0.126 }, 's')).toBe('0.123 s (13 %)');
});
