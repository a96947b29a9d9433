import { isDeepStrictEqual } from 'node:util';
import type { Limits } from '../../contract/module';

/** Whether limits of the same kinds take all that others take, and more. Of patterns nothing is proven. */
export function isLooser(before: Limits, after: Limits): boolean {
  if (isDeepStrictEqual(before, after)) {
    return false;
  }
  const {
    one_of: were,
    shortest: from = 0,
    longest: to = Infinity,
    most = Infinity,
    ...rest
  } = before;
  const { one_of: are, shortest = 0, longest = Infinity, most: more = Infinity, ...others } = after;
  return (
    isDeepStrictEqual(rest, others) &&
    isDeepStrictEqual(Object.keys(before).sort(), Object.keys(after).sort()) &&
    (were ?? []).every((text) => are?.includes(text)) &&
    shortest <= from &&
    longest >= to &&
    more >= most
  );
}

/** A condition as it reads with other limits; only what tells the limits is replaced. */
export function withLimits(condition: string, before: Limits, after: Limits): string {
  const texts = [before, after].map(({ one_of, shortest, longest, most }) => [
    `[${(one_of ?? []).map((one) => JSON.stringify(one)).join(', ')}]`,
    ...(shortest === undefined ? [] : [`>= ${shortest}`]),
    ...(longest === undefined ? [] : [`<= ${longest}`]),
    ...(most === undefined ? [] : [`<= ${most}`]),
  ]);
  const [from = [], to = []] = texts;
  return from.reduce((text, one, index) => text.replace(one, () => to[index] ?? one), condition);
}
