import { CommanderError } from 'commander';
import { UsageError } from '../errors';

/** Done, or nothing to do. */
export const DONE = 0;
/** Something differs or was refused. */
export const FAILED = 1;
/** The command line itself is wrong. */
export const MISUSED = 2;

/** Codes of mistakes on the command line; the others are about what it points to. */
const OF_THE_COMMAND_LINE = [
  'Address',
  'EmptyOption',
  'LatestTag',
  'Name',
  'Namespace',
  'NoRepository',
  'OutFile',
  'OutFolder',
  'PlainHttp',
  'UnknownModule',
  'UnreadableFile',
  'VarForm',
  'Version',
];

/** What to exit with after an error. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? DONE : MISUSED;
  }
  return error instanceof UsageError && OF_THE_COMMAND_LINE.includes(error.code) ? MISUSED : FAILED;
}

/** For the end of every help text. */
export const EXIT_CODES = `
Exit codes:
  ${DONE}  done, or nothing to do
  ${FAILED}  something differs, or was refused: the message says what and why
  ${MISUSED}  misused: an unknown command, option, module or file`;
