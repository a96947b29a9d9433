import { errorLine } from '../../commands/error-line';
import { UsageError } from '../../errors';

test.each<[unknown, string]>([
  [new UsageError('Code', 'a must be b'), 'a must be b [Code]'],
  [
    Object.assign(new Error("EACCES: permission denied, scandir 'x'"), {
      code: 'EACCES',
      syscall: 'scandir',
    }),
    "EACCES: permission denied, scandir 'x'; put that right and run this again [EACCES]",
  ],
  [new TypeError('x is not\na function'), 'x is not a function'],
  ['y'.repeat(1_000_000), `${'y'.repeat(300)}...`],
])('an error is one line', (error, line) => {
  expect(errorLine(error)).toBe(line);
});
