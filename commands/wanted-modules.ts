import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { UsageError } from '../errors';
import { isFolder } from '../files';
import type { Files } from '../files';
import type { ModuleDefinition } from '../generator/module';
import type { Tree } from '../generator/tree';

/** What `generate` and `check` have in common. */
export interface FolderOptions {
  readonly out: string;
  readonly module?: string;
}

export function folderOptions(command: Command): Command {
  return command
    .option(
      '--out <dir>',
      'folder of the module ssm-iam, with modules/ in it, like "build"',
      'generated',
    )
    .option('--module <name>', 'this module only, like "instance-profile" (default: all of them)');
}

/** @throws UsageError `OutFolder` when there is a file in its place */
export function refuseFile(out: string): void {
  if (existsSync(out) && !isFolder(out)) {
    throw new UsageError(
      'OutFolder',
      `--out must be a folder, or a name for a new one, got the file ${out}; choose another`,
    );
  }
}

/**
 * The files that some modules should have, where they belong.
 *
 * @param texts files of the project as they should be, like `package.json`; those that are left out are read
 */
export async function wantedModules(
  definitions: readonly ModuleDefinition[],
  texts: Files = {},
): Promise<Tree> {
  const { generate } = await import('../generator/generate');
  const { readCompanions } = await import('../generator/read-companions');
  const { shipped } = await import('../modules/catalog');
  const modules = shipped.map(({ name }) => name);
  return generate(definitions, readCompanions(modules, undefined, texts));
}
