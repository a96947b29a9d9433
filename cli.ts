#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check';
import { addExplain } from './commands/explain';
import { errorLine } from './commands/error-line';
import { EXIT_CODES, FAILED, exitCodeOf } from './commands/exit-codes';
import { addGenerate } from './commands/generate';
import { addPublish } from './commands/publish';
import { refuseEmptyOptions } from './commands/empty-options';
import { addRelease } from './commands/release';
import { addReleaseAssets } from './commands/release-assets';

function program(): Command {
  const command = new Command('ssm-iam')
    .description('Terraform modules for the IAM side of AWS Systems Manager.')
    .version(version(), '-V, --version', 'print the version of this package')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command, like "help check"')
    .addHelpText('afterAll', EXIT_CODES)
    // --version is a version to release behind "release plan"
    .enablePositionalOptions()
    .exitOverride()
    .hook('preAction', (_program, command) => {
      refuseEmptyOptions(command);
    });
  addGenerate(command);
  addCheck(command);
  addExplain(command);
  addReleaseAssets(addRelease(command));
  addPublish(command);
  return command;
}

/** This file is compiled into a folder of the package. */
function version(): string {
  const text = readFileSync(join(__dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

async function run(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    // what could not be written has failed already
    process.exitCode ??= exitCodeOf(error);
    if (!(error instanceof CommanderError)) {
      console.error(errorLine(error));
    }
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // whoever reads may have read enough, as head does
  if (error.code !== 'EPIPE') {
    process.exitCode = FAILED;
    console.error(error.message);
  }
});
// there is no place left to say that there is none
process.stderr.on('error', () => undefined);

void run();
