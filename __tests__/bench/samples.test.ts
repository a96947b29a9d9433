import { summarize } from '../../bench/samples';

test.each([
  ['an odd number', [5, 1, 3], { median: 3, spread: 2 / 3 }],
  ['an even number', [4, 2, 8, 6], { median: 5, spread: 0.6 }],
  ['one', [7], { median: 7, spread: 0 }],
])('median and distance of the quartiles of %s of values', (_, values, expected) => {
  expect(summarize(values)).toEqual(expected);
});
