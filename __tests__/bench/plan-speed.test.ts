import { planRows } from '../../bench/plan-speed';

const took = (cpu: number) => [{ cpu, wall: cpu / 2 }];
const ours = { flat: took(4), oursForEach: took(7), oursBlocks: took(18) };
const all = { ...ours, theirsForEach: took(6), theirsBlocks: took(16) };

/** Every row with the ratio of CPU and whether its target is met. */
const told = (rows: ReturnType<typeof planRows>) =>
  rows.map(({ what, measured, target }) => [what, measured.CPU?.ratio, target?.met]);

test('plans are held against flat resources, and against the public module in the same form', () => {
  expect(told(planRows(all))).toEqual([
    ['Plan, `for_each`: ours / 500 flat resources', 1.75, undefined],
    ['Plan, `for_each`: the public module / 500 flat resources', 1.5, undefined],
    ['Plan, `for_each`: ours / the public module', 7 / 6, false],
    ['Plan, 100 `module` blocks: ours / 500 flat resources', 4.5, undefined],
    ['Plan, 100 `module` blocks: the public module / 500 flat resources', 4, undefined],
    ['Plan, 100 `module` blocks: ours / the public module', 1.125, true],
  ]);
});

test('without the public module its rows are left out', () => {
  expect(told(planRows(ours))).toEqual([
    ['Plan, `for_each`: ours / 500 flat resources', 1.75, undefined],
    ['Plan, 100 `module` blocks: ours / 500 flat resources', 4.5, undefined],
  ]);
});
