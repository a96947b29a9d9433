import type { Inputs } from './inputs';
import { snakeCase } from './names';
import { isObject } from './types';
import type { Attributes, Type } from './types';

/**
 * Literals as Terraform holds them, and as TypeScript does: attributes of
 * objects are snake_case there and camelCase here, keys of maps are the caller's.
 */

type Entries = Readonly<Record<string, unknown>>;

/** Changes what is inside a value; what does not have the shape of its type stays as it is. */
function inside(
  type: Type<unknown>,
  value: unknown,
  change: (type: Type<unknown>, value: unknown) => unknown,
): unknown {
  const { collection, element } = type;
  if (element === undefined) {
    return value;
  }
  if (collection === 'map') {
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(element, item)]))
      : value;
  }
  return Array.isArray(value) ? value.map((item) => change(element, item)) : value;
}

/** Literals by the names of Terraform's variables. */
export type LiteralsInTerraform = Readonly<Record<string, unknown>>;

/** Literal props as a caller of the module writes them: snake_case; what was left out stays out. */
export const literalsInTerraform = (props: Entries, declared: Inputs): LiteralsInTerraform =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      snakeCase(name),
      literalInTerraform(declared[name]?.type, value),
    ]),
  );

/** A literal with the attributes of its objects as Terraform names them. */
export function literalInTerraform(type: Type<unknown> | undefined, value: unknown): unknown {
  if (type === undefined) {
    return value;
  }
  const { attributes } = type;
  return attributes !== undefined && isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, item]) => [
          snakeCase(name),
          literalInTerraform(attributes[name]?.type, item),
        ]),
      )
    : inside(type, value, literalInTerraform);
}

/**
 * A value as Terraform would take it for a variable of that type: numbers and
 * texts are converted where they can be, elements of a set are there once.
 * Attributes that the type does not have are left out: see `unknownAttributes`.
 */
export function fromTerraform(type: Type<unknown>, value: unknown): unknown {
  const { attributes } = type;
  if (attributes !== undefined) {
    return isObject(value) ? renamed(attributes, value) : value;
  }
  const converted = inside(type, convertScalar(type.constraint, value), fromTerraform);
  return isSet(type) && Array.isArray(converted) ? [...new Set<unknown>(converted)] : converted;
}

function renamed(attributes: Attributes, value: Entries): Entries {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => Object.hasOwn(value, snakeCase(name)))
      .map(([name, { type }]) => [name, fromTerraform(type, value[snakeCase(name)])]),
  );
}

const BOOLS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

function convertScalar(constraint: string, value: unknown): unknown {
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (constraint === 'string' && isScalar) {
    return String(value);
  }
  if (constraint === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
    return Number(value);
  }
  return constraint === 'bool' && typeof value === 'string' ? (BOOLS[value] ?? value) : value;
}

/** A value as Terraform holds and prints it: with defaults of attributes, and in its order. */
export function toTerraform(type: Type<unknown>, value: unknown): unknown {
  const { attributes } = type;
  if (attributes !== undefined) {
    return isObject(value) ? sorted(withDefaults(attributes, value)) : value;
  }
  const changed = inside(type, value, toTerraform);
  if (isSet(type) && Array.isArray(changed)) {
    return [...(changed as unknown[])].sort();
  }
  return isObject(changed) ? sorted(changed) : changed;
}

function withDefaults(attributes: Attributes, value: Entries): Entries {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, default: fallback }]) => [
      snakeCase(name),
      toTerraform(type, value[name] ?? fallback),
    ]),
  );
}

const isSet = ({ collection }: Type<unknown>): boolean => collection === 'set';

const sorted = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Attributes in a value of Terraform's that its type does not have, and those that it has. */
export interface UnknownAttribute {
  readonly name: string;
  readonly known: readonly string[];
}

/** Terraform drops these without a word. */
export function unknownAttributes(type: Type<unknown>, value: unknown): UnknownAttribute[] {
  const { attributes, element } = type;
  if (element !== undefined) {
    // a text in the place of elements is refused for that: its characters have no attributes
    return Object.values(value ?? {}).flatMap((item) => unknownAttributes(element, item));
  }
  if (attributes === undefined || !isObject(value)) {
    return [];
  }
  const known = Object.keys(attributes).map(snakeCase);
  const deeper = Object.entries(attributes).flatMap(([name, attribute]) =>
    unknownAttributes(attribute.type, value[snakeCase(name)]),
  );
  const names = Object.keys(value).filter((name) => !known.includes(name));
  return [...names.map((name) => ({ name, known })), ...deeper];
}
