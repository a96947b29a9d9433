import type { Term, When } from './model';
import { functionNamed } from './text-functions';

/**
 * Inputs by their names in Terraform, defaults filled in, with the tables of the module at `tables`
 * and an element at `each` where something is repeated.
 */
export type Scope = Readonly<Record<string, unknown>>;

/** The value at a path like `each.value.name`; null if there is none. */
export function valueAt(scope: Scope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split('.')) {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    value = isThere ? (value as Scope)[name] : undefined;
  }
  return value ?? null;
}

/** Whether all tests hold. */
export function holds(when: readonly When[] | undefined, scope: Scope): boolean {
  return (when ?? []).every((one) => holdsOne(one, valueAt(scope, one.value)));
}

function holdsOne({ test, operands = [] }: When, value: unknown): boolean {
  switch (test) {
    case 'is':
      return operands.some((operand) => operand === value);
    case 'is-not':
      return operands.every((operand) => operand !== value);
    case 'contains':
      return operands.some((operand) => Array.isArray(value) && value.includes(operand));
    case 'does-not-contain':
      return !operands.some((operand) => Array.isArray(value) && value.includes(operand));
    case 'starts-with':
      return operands.some((operand) => String(value).startsWith(String(operand)));
    case 'is-empty':
      return elements(value).length === 0;
    case 'is-not-empty':
      return elements(value).length > 0;
  }
}

/**
 * The scopes for the elements of a collection; the scope itself if there is no collection.
 *
 * @param otherwise what stands for an element where there is none
 */
export function scopesOf(scope: Scope, forEach: string | undefined, otherwise?: string): Scope[] {
  if (forEach === undefined) {
    return [scope];
  }
  const found = elements(valueAt(scope, forEach));
  const all =
    found.length === 0 && otherwise !== undefined ? [{ key: otherwise, value: otherwise }] : found;
  return all.map((each) => ({ ...scope, each }));
}

/** Entries in the order in which Terraform goes through them: elements of a list and a set are their own keys. */
function elements(collection: unknown): { key: unknown; value: unknown }[] {
  if (Array.isArray(collection)) {
    return collection.map((value: unknown) => ({ key: value, value }));
  }
  return Object.entries((collection ?? {}) as Scope).map(([key, value]) => ({ key, value }));
}

/** The texts of some terms for given inputs. */
export const textsOf = (terms: readonly Term[], scope: Scope): string[] =>
  terms.flatMap(({ text, when, for_each, otherwise }) =>
    scopesOf(scope, for_each, otherwise)
      .filter((inner) => holds(when, inner))
      .flatMap((inner) => filled(text, inner) ?? []),
  );

/** A placeholder: a look-up, a path that something is done with, or a path. */
const PLACEHOLDER = /\$\{(?:tables\.(\w+)\[([\w.]+)\]|(?:(\w+)\(([\w.]+)\))|([a-z][\w.]*))\}/g;

/** What a placeholder refers to. */
export interface Placeholder {
  /** Path of the value, or of the key to look up. */
  readonly path: string;
  /** What is done with the value: see `text-functions.ts`. */
  readonly does?: string;
  /** Where the key is looked up. */
  readonly table?: string;
}

type Parts = readonly (string | Placeholder)[];

/** The same texts are filled for many inputs. */
const read = new Map<string, Parts>();

/** A text in parts: its placeholders, and what stands between them. */
export function partsOf(text: string): Parts {
  const parts = read.get(text) ?? readParts(text);
  read.set(text, parts);
  return parts;
}

function readParts(text: string): Parts {
  let end = 0;
  const parts = [...text.matchAll(PLACEHOLDER)].flatMap((match) => {
    const [whole, table, key, does, argument, path] = match;
    const before = text.slice(end, match.index);
    end = match.index + whole.length;
    const placeholder: Placeholder = {
      path: key ?? argument ?? path ?? '',
      ...(does !== undefined && { does }),
      ...(table !== undefined && { table }),
    };
    return [before, placeholder];
  });
  return [...parts, text.slice(end)];
}

/** A placeholder as it stands in a text. */
export function placeholder({ path, does, table }: Placeholder): string {
  const value = does === undefined ? path : `${does}(${path})`;
  return `\${${table === undefined ? value : `tables.${table}[${path}]`}}`;
}

/**
 * A text with something in the place of each placeholder.
 *
 * @param other what becomes of the text between them. @default - nothing
 */
export const replacePlaceholders = (
  text: string,
  by: (placeholder: Placeholder) => string,
  other = (between: string): string => between,
): string =>
  partsOf(text)
    .map((part) => (typeof part === 'string' ? other(part) : by(part)))
    .join('');

/**
 * A text with its placeholders filled in; one whose value nobody knows stays.
 *
 * @returns undefined if a look-up finds nothing
 */
export function filled(text: string, scope: Scope): string | undefined {
  const parts = partsOf(text);
  if (parts.length === 1) {
    return text;
  }
  const texts = parts.map((part) => (typeof part === 'string' ? part : valueOf(part, scope)));
  return texts.includes(undefined) ? undefined : texts.join('');
}

function valueOf(what: Placeholder, scope: Scope): string | undefined {
  const { path, does, table } = what;
  const value = valueAt(scope, path);
  if (table !== undefined) {
    const found = valueAt(scope, `tables.${table}.${String(value)}`);
    return typeof found === 'string' ? found : undefined;
  }
  const given = value === null || typeof value === 'string' ? value : JSON.stringify(value);
  return (does === undefined ? given : functionNamed(does).offline(given)) ?? placeholder(what);
}
