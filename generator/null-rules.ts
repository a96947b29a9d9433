import { expr } from './expression';
import type { Rule } from './rules';

/** A rule on what may be null instead: the way out says what for. */
export const orNull = <T>(broken: Rule<T>, nullIs: string): Rule<T> => ({
  ...broken,
  remedy: `${broken.remedy}, or null ${nullIs}`,
});

/**
 * A rule on the elements of a collection that refuses null as well. Of the rules of one input one
 * is enough; the others let null pass, so that one message tells of it.
 */
export const notNull = <T>(element: Rule<T>): Rule<T> => ({
  ...element,
  must: `${element.must}, and not null`,
  onNull: 'fails',
  condition: (value) =>
    element.onNull === 'refuses'
      ? element.condition(value)
      : expr`try(${element.condition(value)}, false)`,
});
