import { contentOf } from './explain';
import type { Permission, PermissionsModel, StatementCondition, Term, When } from './model';
import { holds, placeholder, replacePlaceholders, scopesOf, valueAt } from './placeholders';

/** What a caller gives to an input of a module. */
export type Argument =
  /** One of its own inputs, by name. */
  | { readonly path: string }
  /** A text, with placeholders of the caller's. */
  | { readonly text: string }
  /** A list of such a text where all of `when` holds; else an empty one. */
  | { readonly listed: string; readonly when: readonly When[] }
  /** Nothing: the input has its default. */
  | { readonly value: unknown };

/** By the names of the inputs in Terraform; `each` is an element that is known already. */
export type Arguments = Readonly<Record<string, Argument>>;

/**
 * What a module can grant, as its caller tells it: in the caller's inputs, without the tests that
 * the arguments decide, and without what they rule out.
 */
export const calledPermissions = (
  { permissions }: PermissionsModel,
  given: Arguments,
): Permission[] =>
  permissions.flatMap((permission) =>
    repeated(permission.for_each, given).flatMap((one) => calledPermission(permission, one)),
  );

function calledPermission(
  { for_each: _, ...permission }: Permission,
  { args, when, for_each }: Repeated,
): Permission[] {
  const left = decided(permission.when, args);
  if (left === undefined) {
    return [];
  }
  const called = {
    ...permission,
    ...contentOf(permission, {
      terms: (terms) => calledTerms(terms, args),
      text: (text) => told(text, args),
      conditions: (conditions) => calledConditions(conditions, args),
    }),
    when: [...when, ...left],
    ...(for_each !== undefined && { for_each }),
    granted_to: calledTerms(permission.granted_to, args),
  } as Permission;
  // a trust, and a policy that nobody has yet, name nobody in the first place
  const toNobody = permission.granted_to.length > 0 && called.granted_to.length === 0;
  const onNothing = called.kind === 'statement' && called.resources.length === 0;
  return toNobody || onNothing ? [] : [called];
}

/** Conditions in the words of the caller. */
export function calledConditions(
  conditions: readonly StatementCondition[],
  args: Arguments,
): StatementCondition[] {
  return conditions.flatMap(({ for_each: repeats, ...condition }) =>
    repeated(repeats, args).map(({ args: inner, for_each }) => ({
      ...condition,
      key: told(condition.key, inner),
      values: calledTerms(condition.values, inner),
      ...(for_each !== undefined && { for_each }),
    })),
  );
}

/** Terms in the words of the caller, without those that the arguments rule out. */
export function calledTerms(terms: readonly Term[], given: Arguments): Term[] {
  return terms.flatMap((term) =>
    repeated(term.for_each, given).flatMap(({ args, when, for_each }) => {
      const left = decided(term.when, args);
      const all = [...when, ...(left ?? [])];
      return left === undefined
        ? []
        : [
            {
              text: told(term.text, args),
              ...(all.length > 0 && { when: all }),
              ...(for_each !== undefined && { for_each }),
              ...(term.otherwise !== undefined && { otherwise: term.otherwise }),
            },
          ];
    }),
  );
}

interface Repeated {
  readonly args: Arguments;
  readonly when: readonly When[];
  /** A collection of the caller's, whose elements are not known. */
  readonly for_each?: string;
}

/** For each element that is known, or over a collection of the caller's. */
function repeated(forEach: string | undefined, args: Arguments): Repeated[] {
  if (forEach === undefined) {
    return [{ args, when: [] }];
  }
  const given = argument(forEach, args);
  if ('path' in given) {
    return [{ args: { ...args, each: { path: 'each' } }, when: [], for_each: given.path }];
  }
  if ('listed' in given) {
    const each = { value: { key: given.listed, value: given.listed } };
    return [{ args: { ...args, each }, when: given.when }];
  }
  return 'value' in given
    ? scopesOf({ [forEach]: given.value }, forEach).map(({ each }) => ({
        args: { ...args, each: { value: each } },
        when: [],
      }))
    : unknowable(forEach);
}

/** The tests that are left; undefined if one never holds. */
export function decided(tests: readonly When[] = [], args: Arguments): When[] | undefined {
  const left = tests.map((test) => decidedOne(test, args));
  return left.includes(undefined) ? undefined : left.flatMap((one) => one ?? []);
}

function decidedOne(test: When, args: Arguments): readonly When[] | undefined {
  const [name = '', ...rest] = test.value.split('.');
  const given = argument(name, args);
  if ('path' in given) {
    return [{ ...test, value: [given.path, ...rest].join('.') }];
  }
  if ('listed' in given && test.test === 'is-not-empty') {
    return given.when;
  }
  if (!('value' in given)) {
    return unknowable(test.value);
  }
  return holds([test], { [name]: given.value }) ? [] : undefined;
}

/** A text with the caller's words in place of the module's. */
function told(text: string, args: Arguments): string {
  return replacePlaceholders(text, ({ path, ...what }) => {
    const [name = '', ...rest] = path.split('.');
    const given = argument(name, args);
    if ('path' in given) {
      return placeholder({ ...what, path: [given.path, ...rest].join('.') });
    }
    const known = 'value' in given ? valueAt({ [name]: given.value }, path) : undefined;
    const filled = 'text' in given ? given.text : known;
    const isPlain = Object.keys(what).length === 0;
    return typeof filled === 'string' && isPlain ? filled : unknowable(path);
  });
}

/** An element that is not known yet stays what it is. */
function argument(name: string, args: Arguments): Argument {
  return args[name] ?? (name === 'each' ? { path: name } : unknowable(name));
}

/** A new permission hangs on something that only an apply knows. */
function unknowable(path: string): never {
  throw new Error(`what a caller grants cannot be told: ${path} is not one of its inputs`);
}
