import { modulesIn } from '../module-interface';
import type { LocatedModule } from '../module-interface';
import type { Contract } from '../../contract/contract';
import type { Files } from '../../files';
import { movesSeenFrom } from './address-facts';
import type { Addresses } from './address-facts';
import { readEmitted } from './emitted-module';
import type { EmittedModule } from './emitted-module';

/** A module in one release: its contract, and what Terraform reads of it. */
export interface Read {
  readonly name: string;
  readonly contract: Contract;
  readonly emitted: EmittedModule;
  readonly addresses: Addresses;
  /** All its files, by their paths in its folder. */
  readonly files: Files;
}

/** The newest release is compared with many: each is read once. */
const known = new WeakMap<Files, readonly Read[]>();

/**
 * The modules of a release.
 *
 * @param release its tag, for messages; empty: none
 */
export function read(files: Files, release = ''): readonly Read[] {
  const all = known.get(files) ?? readAll(files, release);
  known.set(files, all);
  return all;
}

function readAll(files: Files, release: string): Read[] {
  const located = modulesIn(files, release);
  const emitted = (folder: string): EmittedModule => readEmitted(files, folder, release);
  return located.map(({ folder, contract }) => {
    const own = emitted(folder);
    const { addresses } = contract;
    const moves = movesSeenFrom(own, folder, emitted);
    return {
      name: contract.name,
      contract,
      emitted: own,
      addresses: { addresses, repetitions: own.repetitions, moves },
      files: filesOf(files, folder, located),
    };
  });
}

/** Of the module above the others all that lies in no folder of another. */
function filesOf(files: Files, folder: string, all: readonly LocatedModule[]): Files {
  const prefix = folder === '' ? '' : `${folder}/`;
  const others = all
    .map((other) => other.folder)
    .filter((other) => other !== '' && other !== folder);
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(prefix) && !others.some((other) => path.startsWith(`${other}/`)),
  );
  return Object.fromEntries(own.map(([path, text]) => [path.slice(prefix.length), text]));
}
