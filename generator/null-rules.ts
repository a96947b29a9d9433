import type { Rule } from './rules';

/** A rule on what may be null instead: the way out says what for. */
export const orNull = <T>(broken: Rule<T>, nullIs: string): Rule<T> => ({
  ...broken,
  remedy: `${broken.remedy}, or null ${nullIs}`,
});
