import { TARGETS, verdict } from '../../bench/targets';

test('what is promised about plans and generating', () => {
  expect(TARGETS).toMatchObject({
    plan: { by: 'CPU', atMost: 1.15 },
    generate: { by: 'wall', atMost: 2.5 },
    synth: { by: 'wall', atLeast: 10 },
  });
});

test.each([
  [{ atMost: 1.15 }, 1.15, { text: '≤ 1.15', met: true }],
  [{ atMost: 1.15 }, 1.151, { text: '≤ 1.15', met: false }],
  [{ atLeast: 10 }, 10, { text: '≥ 10', met: true }],
  [{ atLeast: 10 }, 9.99, { text: '≥ 10', met: false }],
  [{ atMost: 2 }, NaN, { text: '≤ 2', met: false }],
])('%j and %d', (bound, measured, expected) => {
  expect(verdict(bound, measured)).toEqual(expected);
});
