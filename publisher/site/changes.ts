import type { Contract } from '../../contract/contract';
import type { Permission } from '../../contract/permissions';
import {
  GRANTING,
  floorFacets,
  inputFacets,
  outputFacets,
  permissionFacets,
  statementFacets,
} from './facets';
import type { Facets } from './facets';
import { markup } from './markup';
import type { Markup } from './markup';

export type Sign = 'added' | 'removed' | 'changed';

/** Something that two versions have differently. */
export interface Change {
  readonly sign: Sign;
  /** What it is, like `input`. */
  readonly kind: string;
  readonly name: string;
  readonly details: readonly Detail[];
}

/** What a facet of it lost and won. */
export interface Detail {
  readonly label: string;
  readonly removed: readonly Markup[];
  readonly added: readonly Markup[];
}

/** What is between two versions of a module. */
export interface ModuleChanges {
  readonly permissions: readonly Change[];
  /** Those among the permissions that hold if no input is given. */
  readonly byDefault: readonly Change[];
  readonly contract: readonly Change[];
}

/** An absent module has nothing. */
type Known = Contract | undefined;

export function changesBetween(older: Known, newer: Known): ModuleChanges {
  return {
    permissions: [
      ...changes('permission', permissions(older), permissions(newer)),
      ...changes('AWS managed policy', managedPolicies(older), managedPolicies(newer)),
    ],
    byDefault: changes('permission', grantedByDefault(older), grantedByDefault(newer)),
    contract: [
      ...changes('input', inputs(older), inputs(newer)),
      ...changes('rules between inputs', requirements(older), requirements(newer)),
      ...changes('output', outputs(older), outputs(newer)),
      ...changes('requirements', floors(older), floors(newer)),
      ...changes('resources', addresses(older), addresses(newer)),
    ],
  };
}

/** By their names, which may be any. */
type Things = ReadonlyMap<string, Facets>;

const permissions = (contract: Known): Things =>
  byName(contract?.permissions ?? [], ({ id }) => id, permissionFacets);

const grantedByDefault = (contract: Known): Things =>
  byName(
    (contract?.permissions ?? []).filter(({ by_default }) => by_default),
    ({ id }) => id,
    (permission) => grantingFacets(permission, contract),
  );

/** What it allows, with what the policy of AWS says that it attaches. */
function grantingFacets(permission: Permission, contract: Known): Facets {
  const policy = contract?.managed_policies[permission.managed_policy ?? ''];
  const facets = Object.entries(permissionFacets(permission));
  return {
    ...Object.fromEntries(facets.filter(([label]) => GRANTING.includes(label))),
    ...(policy !== undefined && { Statements: statementFacets(policy).map(inOneLine) }),
  };
}

const managedPolicies = (contract: Known): Things =>
  byName(
    Object.entries(contract?.managed_policies ?? {}),
    ([name]) => name,
    ([, policy]) => ({ Statements: statementFacets(policy).map(inOneLine) }),
  );

function inOneLine(statement: Facets): Markup {
  const told = Object.entries(statement).filter(([, lines]) => lines.length > 0);
  return markup`${told.map(([label, lines], index) => [
    index === 0 ? '' : '; ',
    `${label.toLowerCase()}: `,
    lines.map((line, position) => [position === 0 ? '' : ', ', line]),
  ])}`;
}

const inputs = (contract: Known): Things =>
  byName(contract?.inputs ?? [], ({ name }) => name, inputFacets);

const outputs = (contract: Known): Things =>
  byName(contract?.outputs ?? [], ({ name }) => name, outputFacets);

const requirements = (contract: Known): Things =>
  together({
    Rules: (contract?.requirements ?? []).map(
      ({ must, remedy, code }) => markup`${must}; ${remedy} (${code})`,
    ),
  });

const floors = (contract: Known): Things =>
  together(contract === undefined ? {} : floorFacets(contract));

const addresses = (contract: Known): Things =>
  together({
    Addresses: (contract?.addresses ?? []).map((address) => markup`<code>${address}</code>`),
  });

/** One thing, which is there if there is anything in it. */
const together = (facets: Facets): Things =>
  Object.values(facets).some(({ length }) => length > 0) ? new Map([['', facets]]) : new Map();

const byName = <T>(
  all: readonly T[],
  name: (one: T) => string,
  facets: (one: T) => Facets,
): Things => new Map(all.map((one) => [name(one), facets(one)]));

function changes(kind: string, older: Things, newer: Things): Change[] {
  const names = [...new Set([...older.keys(), ...newer.keys()])].sort();
  return names.flatMap((name) => {
    const [before, after] = [older.get(name), newer.get(name)];
    const details = detailsOf(before ?? {}, after ?? {});
    const sign = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return sign === 'changed' && details.length === 0 ? [] : [{ sign, kind, name, details }];
  });
}

function detailsOf(older: Facets, newer: Facets): Detail[] {
  const labels = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  return labels.flatMap((label) => {
    const [before, after] = [older[label] ?? [], newer[label] ?? []];
    const removed = without(before, after);
    const added = without(after, before);
    return removed.length + added.length === 0 ? [] : [{ label, removed, added }];
  });
}

const without = (lines: readonly Markup[], others: readonly Markup[]): Markup[] =>
  lines.filter(({ text }) => !others.some((other) => other.text === text));
