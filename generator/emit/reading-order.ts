import type { TerraformJson } from '../terraform-json';
import { byKey, mapEntries } from './json';

/** Where a key stands among its neighbours: those of `first`, all others by the alphabet, those of `last`. */
interface Order {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const BLOCK_TYPES: Order = {
  first: ['//', 'terraform', 'variable', 'locals', 'data', 'resource', 'module'],
  last: ['check', 'output', 'moved'],
};

/** Of a block and of the blocks in it; `role_name` stands where `name` does. */
const ARGUMENTS: Order = {
  first: [
    ...['//', 'source', 'count', 'for_each', 'type', 'name', 'description', 'value'],
    ...['default', 'nullable', 'required_version'],
  ],
  last: ['tags', 'validation', 'precondition', 'lifecycle', 'depends_on'],
};

const NAMES: Order = { first: ['//'], last: [] };

/** How many labels the blocks of a type have; the others have none. */
const LABELS: Readonly<Record<string, number>> = {
  check: 1,
  data: 2,
  module: 1,
  output: 1,
  resource: 2,
  variable: 1,
};

/**
 * A configuration with the keys in the order in which people read Terraform:
 * fixed for blocks and arguments, alphabetical for names, and as declared for
 * what stands in locals.
 */
export function inReadingOrder(configuration: TerraformJson): object {
  const blocks = ordered(BLOCK_TYPES, Object.entries(configuration));
  return Object.fromEntries(blocks.map(([type, block]) => [type, contentOf(type, block)]));
}

function contentOf(type: string, block: unknown): unknown {
  return type === 'locals'
    ? mapEntries(block, (locals) => ordered(NAMES, locals))
    : labelled(LABELS[type] ?? 0, block);
}

function labelled(labels: number, block: unknown): unknown {
  return mapEntries(block, (entries) =>
    labels === 0
      ? ordered(ARGUMENTS, entries).map(([key, item]) => [key, labelled(0, item)])
      : ordered(NAMES, entries).map(([name, item]) => [name, labelled(labels - 1, item)]),
  );
}

type Entries = readonly (readonly [string, unknown])[];

function ordered({ first, last }: Order, entries: Entries): Entries {
  const rank = (key: string): number => {
    const known = key.replace(/^\w+_name$/, 'name');
    const early = first.indexOf(known);
    return early >= 0 ? early - first.length : last.indexOf(known) + 1;
  };
  return byKey(entries)
    .map((entry) => [rank(entry[0]), entry] as const)
    .sort(([one], [other]) => one - other)
    .map(([, entry]) => entry);
}
