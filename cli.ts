#!/usr/bin/env node
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { UsageError } from './errors';
import type { FolderChange } from './generator/compare';
import { generate } from './generator/generate';
import type { Files } from './generator/generate';
import type { ModuleDefinition } from './generator/module';
import { readCompanions } from './generator/read-companions';
import { compareTree, treeOf, withFolders } from './generator/tree';
import { writeTree } from './generator/write';
import { catalog, root } from './modules/catalog';

const FAILED = 1;
const MISUSED = 2;

interface Options {
  readonly out: string;
  readonly module?: string;
}

const DONE = {
  create: 'created',
  change: 'changed',
  remove: 'removed',
  keep: 'unchanged',
  foreign: 'left',
} as const;

function generateCommand({ out, module }: Options): void {
  const definitions = chosen(module);
  const wanted = treeOf(definitions, filesOf(definitions));
  const changes = compareTree(out, wanted, module === undefined);
  writeTree(out, wanted, changes);
  for (const { change } of withFolders(out, changes)) {
    console.log(summary(change));
  }
}

function summary({ module, kind, files }: FolderChange): string {
  const remark = {
    change: `: ${files.join(', ')}`,
    foreign: ': not written by ssm-iam',
  };
  return `${DONE[kind].padEnd(9)} ${module}${kind in remark ? remark[kind as keyof typeof remark] : ''}`;
}

function checkCommand({ out, module }: Options): void {
  const definitions = chosen(module);
  const wanted = treeOf(definitions, filesOf(definitions));
  const changes = compareTree(out, wanted, module === undefined);
  const differing = withFolders(out, changes).flatMap(({ change, folder }) =>
    change.files.map((file) => join(folder, file)),
  );
  if (differing.length > 0) {
    const lines = differing.map((file) => `\n  ${file}`);
    const what = differing.length === 1 ? 'file is' : 'files are';
    console.error(
      `${differing.length} ${what} not what the generator writes; run npm run generate and commit the result:${lines.join('')}`,
    );
    process.exitCode = FAILED;
  }
}

function filesOf(modules: readonly ModuleDefinition[]): Readonly<Record<string, Files>> {
  const names = [...catalog, root].map(({ name }) => name);
  return generate(modules, readCompanions(names));
}

function chosen(module: string | undefined): readonly ModuleDefinition[] {
  const all = [...catalog, root];
  if (module === undefined) {
    return all;
  }
  const found = all.filter(({ name }) => name === module);
  if (found.length === 0) {
    const names = all.map(({ name }) => name).join(', ');
    throw new UsageError('UnknownModule', `there is no module ${module}; the modules are ${names}`);
  }
  return found;
}

function program(): Command {
  const command = new Command('ssm-iam')
    .description('Terraform modules for the IAM side of AWS Systems Manager')
    .exitOverride();
  const withOptions = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .option('--out <dir>', 'folder that holds modules/', 'generated')
      .option('--module <name>', 'this module only')
      .exitOverride();
  withOptions('generate', 'write the modules and say what changed').action(generateCommand);
  withOptions('check', 'fail if the modules are not what generate would write').action(
    checkCommand,
  );
  return command;
}

function run(): void {
  try {
    program().parse();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
      return;
    }
    console.error(error instanceof Error ? error.message : error);
    process.exitCode =
      error instanceof UsageError && error.code === 'UnknownModule' ? MISUSED : FAILED;
  }
}

run();
