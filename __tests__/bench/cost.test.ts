import { cpuOfChildren } from '../../bench/cost';

describe('the times of the children', () => {
  test.each([
    ['dash', '0m0.010000s 0m0.000000s\n0m9.080000s 0m0.450000s\n', 9.53],
    ['bash', '0m0.001s 0m0.002s\n0m2.500s 0m0.250s\n', 2.75],
    ['a shell that counts in hundredths', '0m0.00s 0m0.00s\n0m1.25s 0m0.25s\n', 1.5],
    ['minutes', '0m0.00s 0m0.00s\n2m1.50s 1m0.25s\n', 181.75],
    ['a locale with a comma', '0m0,001s 0m0,002s\n0m2,500s 0m0,250s\n', 2.75],
  ])('are read as %s prints them', (_, times, seconds) => {
    expect(cpuOfChildren(times)).toBeCloseTo(seconds, 6);
  });

  test.each([
    ['nothing', ''],
    ['only those of the shell', '0m1.00s 0m1.00s\n'],
    ['only user time', '0m1.00s 0m1.00s\n0m1.00s\n'],
    ['other words', 'user 1.00\nsys 1.00\n'],
  ])('are not read from %s', (_, times) => {
    expect(() => cpuOfChildren(times)).toThrow('cannot be read');
  });
});
