import { UsageError } from '../../errors';
import { jsonObject } from '../../json';

/** An entry of an npm lock file of version 3, as far as it is read here. */
interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A package that comes along when this project is installed. */
export interface LockedPackage {
  /** Like `node_modules/a/node_modules/b`; empty for the project itself. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or what the package says instead. */
  readonly license?: string;
  /** Subresource Integrity of its archive; none if it lies within that of another. */
  readonly integrity?: string;
  /** Where the packages are that it needs. */
  readonly needs: readonly string[];
}

/**
 * The project of a lock file and all that comes along with it: what it depends
 * on at run time, its peers, and so on. What development needs is left out.
 *
 * @returns the project first, then by path
 * @throws UsageError `LockFile`
 */
export function shippedPackages(text: string): LockedPackage[] {
  const entries = entriesOf(text);
  const found = new Map<string, LockedPackage>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!found.has(path)) {
      const one = packageAt(path, entries);
      found.set(path, one);
      waiting.push(...one.needs);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Entries = Readonly<Record<string, Entry>>;

function entriesOf(text: string): Entries {
  const lock: { lockfileVersion?: unknown; packages?: Entries } = jsonObject(
    'package-lock.json of the release',
    text,
    'run npm install and release again',
  );
  if (lock.lockfileVersion !== 3 || lock.packages === undefined) {
    throw unusable(
      'be of version 3',
      `version ${String(lock.lockfileVersion)}`,
      'write it with npm 7 or newer',
    );
  }
  return lock.packages;
}

function packageAt(path: string, entries: Entries): LockedPackage {
  const { name = path.replace(/^.*node_modules\//, ''), version, ...entry } = entries[path] ?? {};
  if (version === undefined) {
    throw unusable('have a version of every package', `none of "${name}"`, 'run npm install');
  }
  return {
    path,
    name,
    version,
    ...(entry.license !== undefined && { license: entry.license }),
    ...(entry.integrity !== undefined && { integrity: entry.integrity }),
    needs: needsOf(path, entry, entries),
  };
}

function needsOf(path: string, entry: Entry, entries: Entries): string[] {
  const mayLack = (name: string): boolean =>
    entry.optionalDependencies?.[name] !== undefined ||
    entry.peerDependenciesMeta?.[name]?.optional === true;
  const needed = { ...entry.dependencies, ...entry.optionalDependencies };
  // a peer that may be left out is not brought along
  const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !mayLack(name));
  return [...new Set([...Object.keys(needed), ...peers])].sort().flatMap((name) => {
    const place = resolved(path, name, entries);
    if (place === undefined && !mayLack(name)) {
      throw unusable('have every package', `none of "${name}"`, 'run npm install');
    }
    return place === undefined ? [] : [place];
  });
}

/** Where Node.js finds a package from another one. */
function resolved(from: string, name: string, entries: Entries): string | undefined {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (entries[place] !== undefined) {
      return place;
    }
    if (folder === '') {
      return undefined;
    }
  }
}

const unusable = (demand: string, got: string, way: string): UsageError =>
  new UsageError(
    'LockFile',
    `package-lock.json of the release must ${demand}, got ${got}; ${way} and release again`,
  );
