import { createColors } from 'picocolors';
import { fileDiff } from '../../commands/file-diff';

const plain = createColors(false);
const changed = { path: 'x/a.txt', found: 'one\ntwo\nthree\n', wanted: 'one\n2\nthree\n' };

test('shows what leads from a file to what it should be', () => {
  expect(fileDiff([changed], 100, plain)).toBe(`--- x/a.txt
+++ x/a.txt
@@ -1,3 +1,3 @@
 one
-two
+2
 three`);
});

test('shows files that are missing, too many, or without their last line break', () => {
  const files = [
    { path: 'new', found: undefined, wanted: 'a\n' },
    { path: 'old', found: 'b\n', wanted: undefined },
    { path: 'cut', found: 'c', wanted: 'c\n' },
  ];

  expect(fileDiff(files, 100, plain)).toBe(`--- /dev/null
+++ new
@@ -0,0 +1,1 @@
+a
--- old
+++ /dev/null
@@ -1,1 +0,0 @@
-b
--- cut
+++ cut
@@ -1,1 +1,1 @@
-c
\\ No newline at end of file
+c`);
});

test('is as long as asked for, and says how to see the rest', () => {
  const [first, second] = [changed, { ...changed, path: 'x/b.txt' }];

  expect(fileDiff([first, second], 14, plain)).not.toContain('more lines');
  expect(fileDiff([first, second], 9, plain).split('\n').slice(7)).toEqual([
    '--- x/b.txt',
    '+++ x/b.txt',
    '... and 5 more lines; --diff 14 shows all',
  ]);
});

test('has a colour for each kind of line', () => {
  const mark = (name: string) => (text: unknown) => `${name}(${String(text)})`;
  const paint = {
    bold: mark('bold'),
    cyan: mark('cyan'),
    dim: mark('dim'),
    green: mark('green'),
    red: mark('red'),
  };

  expect(fileDiff([changed], 6, paint)).toBe(`bold(--- x/a.txt)
bold(+++ x/a.txt)
cyan(@@ -1,3 +1,3 @@)
 one
red(-two)
green(+2)
dim(... and 1 more lines; --diff 7 shows all)`);
});

test('of files that differ in too many lines it is said, in bounded time', () => {
  const lines = (word: string): string =>
    Array.from({ length: 60_000 }, (_, i) => `${word} ${i}\n`).join('');
  const start = Date.now();

  expect(fileDiff([{ path: 'x', found: lines('a'), wanted: lines('b') }], 9, plain)).toBe(
    '--- x\n+++ x\n(differs in too many lines to be shown)',
  );
  expect(Date.now() - start).toBeLessThan(20_000);
});
