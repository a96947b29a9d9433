import { report } from '../../bench/report';

const row = (met: boolean, spread: number) => ({
  what: 'a plan',
  measured: { CPU: { text: '6 s', spread: 0.01 }, 'Wall time': { text: '3 s', spread } },
  target: { text: 'CPU ≤ 1.15', met },
});

test('all is well', () => {
  const printed = report([row(true, 0.15), { what: 'b', measured: { CPU: { text: '' } } }]);

  expect(printed).toMatch(/\n\nAll targets are met\.$/);
});

test('a target is missed', () => {
  expect(report([row(true, 0), row(false, 0)])).toMatch(
    /\n\nMISSED TARGETS:\n {2}a plan: target CPU ≤ 1\.15$/,
  );
});

test('a row is unsteady', () => {
  expect(report([row(true, 0.16)])).toMatch(
    /met\.\nUnsteady, repeat on an idle machine: a plan, Wall time: spread 16 %$/,
  );
});
