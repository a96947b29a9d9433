import type { Rule } from './rules';
import { holdsToken } from './tokens';

/** A rule on what may be null instead: the way out says what for. */
export const orNull = <T>(broken: Rule<T>, nullIs: string): Rule<T> => ({
  ...broken,
  remedy: `${broken.remedy}, or null ${nullIs}`,
});

export const isNull = (item: unknown): boolean => item === null || item === undefined;

const refusesNull = {
  code: 'NullElement',
  must: 'must not be null',
  see: 'https://developer.hashicorp.com/terraform/language/expressions/for#filtering-elements',
} as const;

/** No element of a set or list is null. The other rules let null pass, so that one message tells of it. */
export const noNullElements: Rule<readonly unknown[]> = {
  ...refusesNull,
  part: 'each',
  remedy: 'leave it out, like [for v in [...] : v if v != null]',
  refused: () => [null],
  accepts: (items) => !items.some(isNull),
  condition: (items) => `alltrue([for item in ${items} : item != null])`,
};

/** No value of a map is null. */
export const noNullValues: Rule<Readonly<Record<string, unknown>>> = {
  ...refusesNull,
  part: 'each value',
  remedy: 'leave the key out, like { for k, v in {...} : k => v if v != null }',
  refused: (entries) => Object.fromEntries(Object.keys(entries).map((key) => [key, null])),
  accepts: (entries) => !Object.values(entries).some(isNull),
  condition: (entries) => `alltrue([for value in ${entries} : value != null])`,
};

/** The entries whose values are not null. */
export const some = <T>(entries: Readonly<Record<string, T>>): Record<string, NonNullable<T>> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, NonNullable<T>] => !isNull(entry[1])),
  );

/** Whether a literal element fulfils a rule, or is null, or will be known to Terraform only. */
export const passes = <T>(element: Rule<T>, item: T): boolean =>
  isNull(item) || holdsToken(item) || element.accepts(item);

/** A condition that is no error on null. Terraform evaluates both sides. */
export const orIsNull = (value: string, condition: string): string =>
  `${value} == null || ${condition}`;

/** The condition of a rule on an element, which null passes. */
export function conditionUnlessNull<T>(element: Rule<T>, value: string): string {
  const condition = element.condition(value);
  switch (element.onNull) {
    case 'passes':
      return condition;
    case 'refuses':
      return orIsNull(value, condition);
    case undefined:
      return `try(${condition}, true)`;
  }
}
