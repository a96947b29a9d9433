import { unlessNull } from './hcl';
import type { Rule } from './rules';
import { holdsToken } from './tokens';

type Entries<T> = Readonly<Record<string, T>>;

/** Lifts a rule to every key of a map; the offending keys are printed. */
export function eachKey(key: Rule<string>): Rule<Entries<unknown>> {
  return {
    ...eachEntry(key, 'key', ([name]) => holdsToken(name) || key.accepts(name)),
    refused: (entries) => changeFirst(entries, (name, value) => [String(key.refused(name)), value]),
  };
}

/** Lifts a rule to every value of a map; the keys of the offenders are printed. */
export function eachValue<T>(value: Rule<T>): Rule<Entries<T>> {
  return {
    ...eachEntry(value, 'value', ([, item]) => holdsToken(item) || value.accepts(item)),
    refused: (entries) => changeFirst(entries, (key, item) => [key, value.refused(item)]),
  };
}

function eachEntry<T>(
  entryRule: Pick<Rule<T>, 'code' | 'must' | 'remedy' | 'see' | 'condition'>,
  part: 'key' | 'value',
  passes: (entry: [string, T]) => boolean,
): Omit<Rule<Entries<T>>, 'refused'> {
  const { code, must, remedy, see } = entryRule;
  const inner = entryRule.condition(part);
  const condition = part === 'key' ? inner : unlessNull(part, false, inner);
  return {
    code,
    must,
    remedy,
    see,
    accepts: (entries) => Object.entries(entries).every(passes),
    condition: (entries) => `alltrue([for key, value in ${entries} : ${condition}])`,
    offending: (entries) =>
      Object.entries(entries)
        .filter((entry) => !passes(entry))
        .map(([key]) => key),
    offendingExpression: (entries) => `[for key, value in ${entries} : key if !(${condition})]`,
  };
}

function changeFirst<T>(
  entries: Entries<T>,
  change: (key: string, value: T) => [string, unknown],
): Entries<unknown> {
  const [first] = Object.entries(entries);
  return first === undefined ? {} : Object.fromEntries([change(...first)]);
}
