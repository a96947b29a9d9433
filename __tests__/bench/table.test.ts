import { tables } from '../../bench/table';

test('rows of the same headings are a table, in the order in which they come', () => {
  const rows = [
    {
      what: 'a plan',
      measured: {
        CPU: { text: '6 s / 4 s', ratio: 1.5 },
        'Wall time': { text: '3 s', ratio: 0.75 },
      },
      target: { text: 'CPU ≤ 1.15', met: false },
    },
    {
      what: 'memory',
      measured: { Measured: { text: '93 MB' } },
      target: { text: '≤ 150', met: true },
    },
    { what: 'more', measured: { CPU: { text: 'a' }, 'Wall time': { text: 'b' } } },
  ];

  expect(tables(rows).split('\n')).toEqual([
    '| What | CPU | Ratio | Wall time | Ratio | Target | Met |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    '| a plan | 6 s / 4 s | 1.50 | 3 s | 0.75 | CPU ≤ 1.15 | **no** |',
    '| more | a |  | b |  |  |  |',
    '',
    '| What | Measured | Ratio | Target | Met |',
    '| --- | --- | --- | --- | --- |',
    '| memory | 93 MB |  | ≤ 150 | yes |',
  ]);
});
