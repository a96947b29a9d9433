import type { PermissionsModel, Term, When } from './model';

/** Inputs by their names in Terraform, defaults filled in, and `each` where something is repeated. */
export type Scope = Readonly<Record<string, unknown>>;

/** The value at a path like `each.value.name`; null if there is none. */
export function valueAt(scope: Scope, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const found =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Scope)[name]
        : undefined;
    return found ?? null;
  }, scope);
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
    case 'ends-with':
      return endsWith(value, operands);
    case 'does-not-end-with':
      return typeof value === 'string' && !endsWith(value, operands);
    case 'is-empty':
      return elements(value).length === 0;
    case 'is-not-empty':
      return elements(value).length > 0;
  }
}

const endsWith = (value: unknown, endings: readonly unknown[]): boolean =>
  endings.some(
    (ending) => typeof value === 'string' && typeof ending === 'string' && value.endsWith(ending),
  );

/** The scopes for the elements of a collection; the scope itself if there is no collection. */
export function scopesOf(scope: Scope, forEach: string | undefined): Scope[] {
  return forEach === undefined
    ? [scope]
    : elements(valueAt(scope, forEach)).map((each) => ({ ...scope, each }));
}

/** Entries in the order in which Terraform goes through them: elements of a list and a set are their own keys. */
function elements(collection: unknown): { key: unknown; value: unknown }[] {
  if (Array.isArray(collection)) {
    return collection.map((value: unknown) => ({ key: value, value }));
  }
  return Object.entries((collection ?? {}) as Scope).map(([key, value]) => ({ key, value }));
}

/** The texts of some terms for given inputs. */
export function textsOf(
  terms: readonly Term[],
  scope: Scope,
  tables: PermissionsModel['tables'],
): string[] {
  return terms.flatMap(({ text, when, for_each }) =>
    scopesOf(scope, for_each)
      .filter((inner) => holds(when, inner))
      .flatMap((inner) => filled(text, inner, tables) ?? []),
  );
}

/** A placeholder: a path, a path to escape, or a look-up. */
const PLACEHOLDER = /\$\{(?:tables\.(\w+)\[([\w.]+)\]|literally\(([\w.]+)\)|([a-z][\w.]*))\}/g;

/**
 * A text with its placeholders filled in; one whose value nobody knows stays.
 *
 * @returns undefined if a look-up finds nothing
 */
export function filled(
  text: string,
  scope: Scope,
  tables: PermissionsModel['tables'],
): string | undefined {
  const values = [...text.matchAll(PLACEHOLDER)].map(([whole, table, key, escaped, path]) =>
    table === undefined || key === undefined
      ? given(whole, valueAt(scope, escaped ?? path ?? ''), escaped !== undefined)
      : tables[table]?.[String(valueAt(scope, key))],
  );
  return values.includes(undefined)
    ? undefined
    : text.replace(PLACEHOLDER, () => values.shift() ?? '');
}

/** A value as it stands in a document; `*`, `?` and `$` mean something there unless they are escaped. */
function given(placeholder: string, value: unknown, isEscaped: boolean): string {
  if (value === null) {
    return placeholder;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isEscaped ? text.replace(/[*?$]/g, (character) => `\${${character}}`) : text;
}
