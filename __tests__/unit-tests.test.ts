import { sourceFiles } from './fixtures/source-files';

/** tar reads and makes archives, git a release, and what is killed has to be a process. */
const EXCUSED = ['archive-contents', 'archive', 'commands/publish', 'static/unpack', 'write-files'];

test('a unit test starts no program, nor does what it takes', () => {
  const files = sourceFiles('__tests__');
  const starting = new Set([
    'node:child_process',
    ...files
      .filter(({ imports }) => imports.some(({ from }) => from === 'node:child_process'))
      .map(({ path }) => path.replace(/\.ts$/, '')),
  ]);
  const unit = files.filter(({ path }) => /^(?!__tests__\/e2e\/).*\.test\.ts$/.test(path));
  const wrong = unit.filter(({ imports }) => imports.some(({ from }) => starting.has(from)));

  expect(unit.length).toBeGreaterThan(50);
  expect(wrong.map(({ path }) => path)).toEqual(
    EXCUSED.map((name) => `__tests__/publisher/${name}.test.ts`),
  );
});
