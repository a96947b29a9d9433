import { sourceFiles } from './fixtures/source-files';

test('a unit test starts no program, nor does what it takes', () => {
  const files = sourceFiles('__tests__');
  const starting = new Set(['node:child_process']);
  // a set goes on with what is added to it meanwhile
  for (const program of starting) {
    files
      .filter(({ imports }) => imports.some(({ from }) => from === program))
      .forEach(({ path }) => starting.add(path.replace(/\.ts$/, '')));
  }
  const unit = files.filter(({ path }) => /^(?!__tests__\/e2e\/).*\.test\.ts$/.test(path));
  const wrong = unit.filter(({ path }) => starting.has(path.replace(/\.ts$/, '')));

  expect(starting).toContain('__tests__/fixtures/releasable-project');
  expect(unit.length).toBeGreaterThan(50);
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
