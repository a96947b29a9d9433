import type { Files } from '../files';

/** The folder of the modules, below that of the module that calls them. */
export const MODULES = 'modules';

const FOLDER = new RegExp(`^${MODULES}/[^/]+/`);

/** A module and where it lies in the generated folder. */
export interface PlacedModule {
  readonly name: string;
  /** Path of its folder with a slash at the end, like `modules/instance-profile/`; empty for the one above the others. */
  readonly folder: string;
  /** By their paths in that folder. */
  readonly files: Files;
}

/** What is generated: the called modules, then those that call them. */
export type Tree = readonly PlacedModule[];

/** All files by their paths in the generated folder. */
export function filesOf(tree: Tree): Files {
  return Object.fromEntries(
    tree.flatMap(({ folder, files }) =>
      Object.entries(files).map(([path, text]) => [`${folder}${path}`, text]),
    ),
  );
}

/** The folder of the module that a path in the generated folder belongs to. */
export const folderOf = (path: string): string => FOLDER.exec(path)?.[0] ?? '';
