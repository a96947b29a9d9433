import { Command, CommanderError } from 'commander';
import { refuseEmptyOptions } from './empty-options';
import { errorLine } from './error-line';
import { EXIT_CODES, FAILED, exitCodeOf } from './exit-codes';

/** A program without commands, with what all of ours have in common. */
export function newProgram(name: string, description: string): Command {
  return (
    new Command(name)
      .description(description)
      .helpOption('-h, --help', 'print this help')
      .addHelpText('afterAll', EXIT_CODES)
      // --version is a version to release behind "release plan"
      .enablePositionalOptions()
      .exitOverride()
      .hook('preAction', (_program, command) => {
        refuseEmptyOptions(command);
      })
  );
}

/** Does what the command line of this process says, and sets its exit code. */
export async function runProgram(program: Command): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // whoever reads may have read enough, as head does
    if (error.code !== 'EPIPE') {
      process.exitCode = FAILED;
      console.error(error.message);
    }
  });
  // there is no place left to say that there is none
  process.stderr.on('error', () => undefined);
  try {
    await program.parseAsync();
  } catch (error) {
    // what could not be written has failed already
    process.exitCode ??= exitCodeOf(error);
    if (!(error instanceof CommanderError)) {
      console.error(errorLine(error));
    }
  }
}
