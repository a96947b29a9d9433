import type { Command } from 'commander';
import type { Files } from '../generator/generate';
import type { ModuleDefinition } from '../generator/module';
import { withProgress } from './progress';

/** What `generate` and `check` have in common. */
export interface FolderOptions {
  readonly out: string;
  readonly module?: string;
}

export function folderOptions(command: Command): Command {
  return command
    .option('--out <dir>', 'folder that holds modules/, like "build"', 'generated')
    .option('--module <name>', 'this module only, like "instance-profile" (default: all of them)');
}

/** The files that some modules should have. */
export async function wantedModules(
  definitions: readonly ModuleDefinition[],
  doing: string,
): Promise<Readonly<Record<string, Files>>> {
  const { moduleFiles } = await import('../generator/generate');
  const { readCompanions } = await import('../generator/read-companions');
  const { catalog } = await import('../modules/catalog');
  const companions = readCompanions(catalog.map(({ name }) => name));
  const wanted: Record<string, Files> = {};
  withProgress(doing, definitions, (definition) => {
    wanted[definition.name] = moduleFiles(definition, companions);
  });
  return wanted;
}
