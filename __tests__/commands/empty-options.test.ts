import { Command } from 'commander';
import { refuseEmptyOptions } from '../../commands/empty-options';
import { usageError } from '../fixtures/usage-error';

/** A command that was given these arguments. */
const given = (...args: readonly string[]): Command =>
  new Command()
    .option('--out <dir>', 'a folder', 'generated')
    .option('-f, --file <path>', 'a file', (path, all: readonly string[] | undefined) => [
      ...(all ?? []),
      path,
    ])
    .option('--json', 'a switch')
    .parse(args, { from: 'user' });

test.each([[[]], [['--out', 'x', '--json']], [['--out', ' ', '--file', 'x', '--file', 'y']]])(
  '%j is taken',
  (args) => {
    expect(() => {
      refuseEmptyOptions(given(...args));
    }).not.toThrow();
  },
);

test.each([
  ['--out', ['--out', '']],
  ['--out', ['--out=']],
  ['--file', ['--file', '', '--file', 'x']],
  ['--file', ['-f', '']],
])('an empty %s is refused', (name, args) => {
  expect(() => {
    refuseEmptyOptions(given(...args));
  }).toThrow(
    usageError(
      'EmptyOption',
      `${name} must have a value, got an empty one; give it, or leave the option out [EmptyOption]`,
    ),
  );
});
