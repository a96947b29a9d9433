import { Expr, expr } from './expression';
import { conditionUnlessNull, passes } from './nulls';
import { withoutNulls } from './rules';
import type { Rule } from './rules';

type Entries<T> = Readonly<Record<string, T>>;

/** Lifts a rule to every value of a map. */
export function eachValue<T>(value: Rule<T>): Rule<Entries<T>> {
  return {
    ...value,
    part: value.part === undefined ? 'each value' : `${value.part} of each value`,
    remedy: withoutNulls(value, '{ for k, v in {...} : k => v if v != null }'),
    onNull: undefined,
    refused: (entries) => changeFirst(entries, (key, item) => [key, value.refused(item)]),
    accepts: (entries) => Object.values(entries).every((item) => passes(value, item)),
    condition: (entries) =>
      expr`alltrue([for value in ${entries} : ${conditionUnlessNull(value, new Expr('value'))}])`,
  };
}

function changeFirst<T>(
  entries: Entries<T>,
  change: (key: string, value: T) => [string, unknown],
): Entries<unknown> {
  const [first] = Object.entries(entries);
  return first === undefined ? {} : Object.fromEntries([change(...first)]);
}
