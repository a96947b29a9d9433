import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MARKER } from './emit/terraform-files';
import type { Files } from './generate';

/**
 * What a folder of modules needs in order to be what the generator writes.
 *
 * `foreign` is a folder that belongs to no module and was not written by the
 * generator: it is not ours to remove.
 */
export interface FolderChange {
  /** Name of the module. */
  readonly module: string;
  readonly kind: 'create' | 'change' | 'remove' | 'keep' | 'foreign';
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
  const others = isWhole ? entries(folder).filter((name) => !(name in wanted)) : [];
  return [...kept, ...others.map((name) => leftover(folder, name))];
}

/**
 * Compares the files that lie above the modules with what should be there.
 *
 * Other files there are nobody's business, but for those that the generator
 * wrote before, and those that Terraform would read along.
 */
export function compareRoot(folder: string, module: string, wanted: Files): FolderChange {
  const found = readEntries(folder, [...entriesOf(wanted), ...strangers(folder, wanted)]);
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort();
  const files = names.filter((name) => wanted[name] !== found[name]);
  if (Object.keys(found).length === 0) {
    return { module, kind: 'create', files };
  }
  return { module, kind: files.length > 0 ? 'change' : 'keep', files };
}

/** Files and folders right in a folder that hold some files. */
export function entriesOf(files: Files): string[] {
  return [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
}

/** Files right in a folder that Terraform would read as one module with the wanted ones. */
export function strangers(folder: string, wanted: Files): string[] {
  return entries(folder).filter((name) => /\.(tf|tofu)(\.json)?$/.test(name) && !(name in wanted));
}

/** Whether a folder was written by the generator. */
export function isOurs(folder: string): boolean {
  return (
    existsSync(folder) &&
    statSync(folder).isDirectory() &&
    readdirSync(folder)
      .filter((name) => name.endsWith('.tf.json'))
      .some((name) => holdsMarker(join(folder, name)))
  );
}

/** Whether a file of Terraform was written by the generator. */
export function holdsMarker(file: string): boolean {
  return readFileSync(file, 'utf8').includes(JSON.stringify(MARKER));
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

function leftover(folder: string, module: string): FolderChange {
  const path = join(folder, module);
  const kind = isOurs(path) ? 'remove' : 'foreign';
  const files = statSync(path).isDirectory() ? Object.keys(readFiles(path)).sort() : [''];
  return { module, kind, files };
}

/** What lies in the folder, but for hidden entries: a write that did not end leaves some. */
function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
}

/** The files that some entries of a folder are or hold, by their paths in it. */
function readEntries(folder: string, names: readonly string[]): Record<string, string> {
  const found = names.filter((name) => existsSync(join(folder, name)));
  const files = found.flatMap((name): [string, string][] => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? Object.entries(readFiles(path)).map(([file, text]) => [join(name, file), text])
      : [[name, readFileSync(path, 'utf8')]];
  });
  return Object.fromEntries(files);
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
