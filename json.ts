import { UsageError, reasonOf } from './errors';

/** Levels of nesting: what calls itself for each of them ends with an error of its own before a thousand times as many. */
const DEEPEST = 100;

/**
 * Reads JSON that somebody else wrote.
 *
 * @throws Error whose `reasonOf` says what is wrong
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === DEEPEST) {
      throw new Error(`it is nested more than ${DEEPEST} levels deep`);
    }
    level = level.flatMap((one): unknown[] => Object.values(one)).filter(isNested);
  }
  return value;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Reads a JSON object that somebody else wrote.
 *
 * @param where what the caller knows it as, like its path
 * @param way what to do about it
 * @throws UsageError `NoJson`
 */
export function jsonObject(
  where: string,
  text: string,
  way: string,
): Readonly<Record<string, unknown>> {
  let reason = 'it is another value';
  try {
    const value = parseJson(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch (error) {
    reason = reasonOf(error);
  }
  throw new UsageError('NoJson', `${where} must be a JSON object (${reason}); ${way}`);
}
