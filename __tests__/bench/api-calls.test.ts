import { comparedCalls } from '../../bench/api-calls';

test('the same calls', () => {
  expect(comparedCalls('', { B: 1, A: 2 }, { A: 2, B: 1 }, true)).toEqual({
    what: '',
    measured: { Measured: { text: 'both 3 (A 2, B 1)', ratio: 1 } },
    target: { text: 'the same calls', met: true },
  });
});

test('as many, but others', () => {
  expect(comparedCalls('', { A: 1 }, { B: 1 }, true)).toMatchObject({
    measured: { Measured: { text: '1 (A 1) / 1 (B 1)', ratio: 1 } },
    target: { met: false },
  });
});

test('only for comparison', () => {
  expect(comparedCalls('', { A: 101 }, { A: 1 }, false)).toEqual({
    what: '',
    measured: { Measured: { text: '101 (A 101) / 1 (A 1)', ratio: 101 } },
  });
});
