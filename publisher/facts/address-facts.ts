import type { EmittedModule, Move, Repetition } from './emitted-module';
import { judged } from './fact';
import type { Finding } from './fact';

const finding = judged({
  'address-added': ['minor', 'is new; a plan may show it'],
  'address-removed': ['major', 'is gone without a move; a plan destroys it'],
  'data-removed': ['patch', 'is not read any more'],
  'instances-rekeyed': ['major', 'has other keys; a plan replaces it'],
  'instances-changed': ['minor', 'may be there more or less often'],
  'move-removed': ['major', 'is not moved any more; who comes from an older release loses it'],
});

/** Where the resources of a module are, in one release. */
export interface Addresses {
  readonly addresses: readonly string[];
  readonly repetitions: readonly Repetition[];
  /** Its own moves, and those of the modules that it calls. */
  readonly moves: readonly Move[];
}

/**
 * What changed between the addresses of two releases. Terraform destroys what is at an
 * address that is gone. Credits: tfbreak BC100, BC101 and BC103, TFNFR35 (resources 1, 4, 5).
 */
export function addressFindings(before: Addresses, after: Addresses): Finding[] {
  const gone = before.addresses.filter((address) => !after.addresses.includes(address));
  const targets = gone.map((address) => ({ address, target: targetOf(address, before, after) }));
  const moved = targets.map(({ target }) => target);
  return [
    ...targets.map(({ address, target }) => goneFinding(address, target)),
    ...after.addresses
      .filter((address) => !before.addresses.includes(address) && !moved.includes(address))
      .map((address) => finding('address-added', address, null, address)),
    ...repetitionFindings(before, after),
    ...before.moves
      .filter((move) => !after.moves.some(({ from, to }) => from === move.from && to === move.to))
      .map(({ from, to }) => finding('move-removed', from, `${from} -> ${to}`, null)),
  ];
}

const isData = (address: string): boolean => /^(module\.[^.]+\.)*data\./.test(address);

function goneFinding(address: string, target: string | undefined): Finding {
  if (target === undefined) {
    return finding(isData(address) ? 'data-removed' : 'address-removed', address, address, null);
  }
  const text = `\`${address}\` is \`${target}\` now`;
  const shared = { subject: address, before: address, after: target };
  return { ...shared, code: 'address-moved', step: 'minor', text };
}

/** Where moves lead from an address, if Terraform follows: to a free place, of the same type. */
function targetOf(address: string, before: Addresses, after: Addresses): string | undefined {
  const target = withoutKeys(follow(address, after.moves));
  const others = before.addresses.filter(
    (other) => other !== address && withoutKeys(follow(other, after.moves)) === target,
  );
  return !before.addresses.includes(target) &&
    after.addresses.includes(target) &&
    typeOf(target) === typeOf(address) &&
    others.length === 0
    ? target
    : undefined;
}

function follow(address: string, moves: readonly Move[], seen: readonly string[] = []): string {
  const move = moves.find(({ from }) => from === address || address.startsWith(`${from}.`));
  if (move === undefined || seen.includes(address)) {
    return address;
  }
  return follow(`${move.to}${address.slice(move.from.length)}`, moves, [...seen, address]);
}

const withoutKeys = (address: string): string => address.replace(/\[[^\]]*\]/g, '');

/** The type of a resource; of the call of a module that it is one. */
const typeOf = (address: string): string | undefined => address.split('.').at(-2);

/** Instances are keyed otherwise, and Terraform by itself moves only between one and the first of several. */
function repetitionFindings(before: Addresses, after: Addresses): Finding[] {
  return before.repetitions.flatMap((was) => {
    const name = after.repetitions.some((one) => one.name === was.name)
      ? was.name
      : targetOf(was.name, before, after);
    const is = after.repetitions.find((one) => one.name === name);
    if (is === undefined || isData(was.name) || textOf(was) === textOf(is)) {
      return [];
    }
    const isRekeyed = was.by !== is.by && [was.by, is.by].includes('for_each');
    const isMoved = after.moves.some((move) => movesInstance(move, was.name));
    const code = isRekeyed && !isMoved ? 'instances-rekeyed' : 'instances-changed';
    return [finding(code, was.name, textOf(was), textOf(is))];
  });
}

const movesInstance = ({ from, to }: Move, name: string): boolean =>
  withoutKeys(from) === name && (from.endsWith(']') || to.endsWith(']'));

const textOf = ({ by, expression }: Repetition): string =>
  by === 'once' ? by : `${by} = ${expression}`;

/**
 * The moves of a module and of those that it calls, as seen from it.
 *
 * @param read gives what is emitted in a folder
 */
export function movesSeenFrom(
  { calls, moves }: EmittedModule,
  folder: string,
  read: (folder: string) => EmittedModule,
): Move[] {
  const local = Object.entries(calls).filter(([, source]) => source.startsWith('./'));
  return [
    ...moves,
    ...local.flatMap(([call, source]) => {
      const at = [folder, source.slice(2)].filter((part) => part !== '').join('/');
      return movesSeenFrom(read(at), at, read).map(({ from, to }) => ({
        from: `module.${call}.${from}`,
        to: `module.${call}.${to}`,
      }));
    }),
  ];
}
