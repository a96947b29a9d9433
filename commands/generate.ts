import type { Command } from 'commander';
import type { FolderChange } from '../generator/compare';
import { chosenModules } from './chosen-modules';
import { folderOptions, refuseFile, wantedModules } from './wanted-modules';
import type { FolderOptions } from './wanted-modules';

const SAID = {
  create: 'created',
  change: 'changed',
  remove: 'removed',
  keep: 'unchanged',
  foreign: 'left',
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
  const definitions = await chosenModules(module);
  const wanted = await wantedModules(definitions, 'generating');
  const { compareTree, withFolders } = await import('../generator/tree');
  const { writeTree } = await import('../generator/write');
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
  return `${SAID[kind].padEnd(9)} ${module}${kind in remark ? remark[kind as keyof typeof remark] : ''}`;
}
