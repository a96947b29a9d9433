import { join } from 'node:path';
import { compare, compareRoot } from './compare';
import type { FolderChange } from './compare';
import type { Files } from './generate';
import type { ModuleDefinition } from './module';

/** The folder of the modules, below that of the module that calls them. */
export const MODULES = 'modules';

/** What is generated: the files of modules, by their names and by where they lie. */
export interface Tree {
  /** Right in the folder: one, or none where it is not wanted. */
  readonly root: Readonly<Record<string, Files>>;
  /** Each in a folder of its name. */
  readonly modules: Readonly<Record<string, Files>>;
}

/** What a generated folder needs in order to be what the generator writes. */
export interface TreeChanges {
  readonly root: readonly FolderChange[];
  readonly modules: readonly FolderChange[];
}

/** Puts the files of modules where they belong: those that call others lie above them. */
export function treeOf(
  definitions: readonly ModuleDefinition[],
  files: Readonly<Record<string, Files>>,
): Tree {
  const of = (isRoot: boolean): Record<string, Files> =>
    Object.fromEntries(
      definitions
        .filter(({ calls }) => (calls !== undefined) === isRoot)
        .map(({ name }) => [name, files[name] ?? {}]),
    );
  return { root: of(true), modules: of(false) };
}

/**
 * Compares a generated folder with what it should hold, byte by byte.
 *
 * @param isWhole whether `wanted` is all there should be, so that other modules of ours go
 */
export function compareTree(folder: string, wanted: Tree, isWhole: boolean): TreeChanges {
  return {
    root: Object.entries(wanted.root).map(([name, files]) => compareRoot(folder, name, files)),
    modules: compare(join(folder, MODULES), wanted.modules, isWhole),
  };
}

/** Changes of the modules and of the one above them, each with the folder that its files lie in. */
export function withFolders(
  folder: string,
  { root, modules }: TreeChanges,
): { readonly change: FolderChange; readonly folder: string }[] {
  return [
    ...modules.map((change) => ({ change, folder: join(folder, MODULES, change.module) })),
    ...root.map((change) => ({ change, folder })),
  ];
}
