import type { Command } from 'commander';
import type { ModuleChange } from '../generator/compare';
import { chosenModules } from './chosen-modules';
import { folderOptions, refuseFile, wantedModules } from './wanted-modules';
import type { FolderOptions } from './wanted-modules';

const SAID = {
  create: 'created',
  change: 'changed',
  remove: 'removed',
  keep: 'unchanged',
} as const;

export function addGenerate(program: Command): void {
  const command = program
    .command('generate')
    .summary('write the modules and say what changed')
    .description(
      'Writes the Terraform module ssm-iam to <dir>, those that it calls below <dir>/modules, and says what changed.',
    );
  folderOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  ssm-iam generate
  ssm-iam generate --module instance-profile --out build`,
    )
    .action(generateModules);
}

async function generateModules({ out, module }: FolderOptions): Promise<void> {
  refuseFile(out);
  const wanted = await wantedModules(await chosenModules(module));
  const { compareTree } = await import('../generator/compare');
  const { writeTree } = await import('../generator/write');
  const changes = compareTree(out, wanted, module === undefined);
  writeTree(out, wanted, changes);
  for (const change of changes.modules) {
    console.log(summary(change));
  }
}

function summary({ module, folder, kind, files }: ModuleChange): string {
  const names = files.map((path) => path.slice(folder.length)).join(', ');
  return `${SAID[kind].padEnd(9)} ${module}${kind === 'change' ? `: ${names}` : ''}`;
}
