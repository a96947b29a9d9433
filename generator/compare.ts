import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from './emit/terraform-files';
import type { Files } from './generate';

/** What a folder of modules needs in order to be what the generator writes. */
export interface FolderChange {
  /** Name of the module. */
  readonly module: string;
  readonly kind: 'create' | 'change' | 'remove' | 'keep';
  /** Names of the files that differ, sorted. */
  readonly files: readonly string[];
}

/**
 * Compares a folder of modules with what it should hold, byte by byte.
 *
 * @param isWhole whether `wanted` is all there should be, so that other folders of ours go
 */
export function compare(
  folder: string,
  wanted: Readonly<Record<string, Files>>,
  isWhole: boolean,
): FolderChange[] {
  const kept = Object.entries(wanted).map(([module, files]) =>
    compareModule(folder, module, files),
  );
  const gone = isWhole ? foldersOfOurs(folder).filter((module) => !(module in wanted)) : [];
  return [...kept, ...gone.map((module) => removal(folder, module))];
}

/** Whether a folder was written by the generator. */
export function isOurs(folder: string): boolean {
  const main = join(folder, 'main.tf.json');
  return existsSync(main) && readFileSync(main, 'utf8').includes(JSON.stringify(MARKER));
}

function compareModule(folder: string, module: string, wanted: Files): FolderChange {
  const path = join(folder, module);
  if (!existsSync(path)) {
    return { module, kind: 'create', files: Object.keys(wanted).sort() };
  }
  const found = readFiles(path);
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort();
  const files = names.filter((name) => wanted[name] !== found[name]);
  return { module, kind: files.length > 0 ? 'change' : 'keep', files };
}

function removal(folder: string, module: string): FolderChange {
  return { module, kind: 'remove', files: Object.keys(readFiles(join(folder, module))).sort() };
}

function foldersOfOurs(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder).filter((name) => !name.startsWith('.') && isOurs(join(folder, name)));
}

/** All files below a folder, by their paths in it. */
function readFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}
