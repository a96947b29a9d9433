import { conditionUnlessNull, orIsNull, passes, some } from './nulls';
import type { Rule } from './rules';
import { holdsToken } from './tokens';

type Entries<T> = Readonly<Record<string, T>>;

/** Lifts a rule to every key of a map. */
export function eachKey(key: Rule<string>): Rule<Entries<unknown>> {
  return {
    ...key,
    onNull: undefined,
    part: 'each key',
    refused: (entries) => changeFirst(entries, (name, value) => [String(key.refused(name)), value]),
    accepts: (entries) =>
      Object.keys(entries).every((name) => holdsToken(name) || key.accepts(name)),
    condition: (entries) => `alltrue([for key in keys(${entries}) : ${key.condition('key')}])`,
  };
}

/** The same where a key whose value is null is none. */
export function eachKeyOfSome(key: Rule<string>): Rule<Entries<unknown>> {
  const lifted = eachKey(key);
  return {
    ...lifted,
    accepts: (entries) => lifted.accepts(some(entries)),
    condition: (entries) =>
      `alltrue([for key, value in ${entries} : ${orIsNull('value', key.condition('key'))}])`,
  };
}

/** Lifts a rule to every value of a map. */
export function eachValue<T>(value: Rule<T>): Rule<Entries<T>> {
  return {
    ...value,
    part: value.part === undefined ? 'each value' : `${value.part} of each value`,
    onNull: undefined,
    refused: (entries) => changeFirst(entries, (key, item) => [key, value.refused(item)]),
    accepts: (entries) => Object.values(entries).every((item) => passes(value, item)),
    condition: (entries) =>
      `alltrue([for value in ${entries} : ${conditionUnlessNull(value, 'value')}])`,
  };
}

function changeFirst<T>(
  entries: Entries<T>,
  change: (key: string, value: T) => [string, unknown],
): Entries<unknown> {
  const [first] = Object.entries(entries);
  return first === undefined ? {} : Object.fromEntries([change(...first)]);
}
