import { isNull } from './nulls';
import type { Rule } from './rules';

/** A rule on what may be null instead: the way out says what for. */
export const orNull = <T>(broken: Rule<T>, nullIs: string): Rule<T> => ({
  ...broken,
  remedy: `${broken.remedy}, or null ${nullIs}`,
});

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
