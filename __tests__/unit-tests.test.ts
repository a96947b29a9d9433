import { sourceFiles } from './fixtures/source-files';

/** Rooms whose unit tests may still start programs. */
const NOT_YET = /^__tests__\/(commands|publisher)\//;

test('a unit test starts no program, nor does what it takes', () => {
  const files = sourceFiles('__tests__');
  const starting = new Set([
    'node:child_process',
    ...files
      .filter(({ imports }) => imports.some(({ from }) => from === 'node:child_process'))
      .map(({ path }) => path.replace(/\.ts$/, '')),
  ]);
  const unit = files.filter(({ path }) => /^(?!__tests__\/e2e\/).*\.test\.ts$/.test(path));
  const wrong = unit
    .filter(({ path }) => !NOT_YET.test(path))
    .filter(({ imports }) => imports.some(({ from }) => starting.has(from)));

  expect(unit.length).toBeGreaterThan(50);
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
