#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCheck } from './commands/check';
import { addExplain } from './commands/explain';
import { addGenerate } from './commands/generate';
import { newProgram, runProgram } from './commands/program';

const program = newProgram('ssm-iam', 'Terraform modules for the IAM side of AWS Systems Manager.')
  .version(version(), '-V, --version', 'print the version of this package')
  .helpCommand('help [command]', 'print the help of a command, like "help check"');
addGenerate(program);
addCheck(program);
addExplain(program);

void runProgram(program);

/** This file is compiled into a folder of the package. */
function version(): string {
  const text = readFileSync(join(__dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
