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
