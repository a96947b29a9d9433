import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../../contract/module';
import type { When } from '../../contract/permissions';

/** Whether something holds with the defaults of all inputs. */
export const HOLDS = { no: 0, maybe: 1, yes: 2 } as const;
export type Holds = (typeof HOLDS)[keyof typeof HOLDS];

/**
 * Whether all tests of a list hold with the defaults. What an input without a default,
 * an element of a collection, or a null that Terraform fills in comes to is not known.
 */
export function byDefault(when: readonly When[], inputs: readonly Input[]): Holds {
  const all = when.map((test) => testByDefault(test, inputs));
  return Math.min(HOLDS.yes, ...all) as Holds;
}

function testByDefault({ value, test, operands = [] }: When, inputs: readonly Input[]): Holds {
  const found = inputs.find(({ name }) => name === value);
  if (found === undefined || found.required) {
    return HOLDS.maybe;
  }
  const preset = found.default;
  const isOperand = operands.some((operand) => isDeepStrictEqual(operand, preset));
  // null may stand for what a data source says, like the partition
  const isFilledIn = preset === null && !operands.includes(null);
  switch (test) {
    case 'is':
      return isFilledIn ? HOLDS.maybe : holdsIf(isOperand);
    case 'is-not':
      return isFilledIn ? HOLDS.maybe : holdsIf(!isOperand);
    case 'is-empty':
      return sizeTest(preset, (size) => size === 0);
    case 'is-not-empty':
      return sizeTest(preset, (size) => size > 0);
    case 'contains':
      return Array.isArray(preset)
        ? holdsIf(operands.some((operand) => preset.includes(operand)))
        : HOLDS.maybe;
    case 'does-not-contain':
      return Array.isArray(preset)
        ? holdsIf(!operands.some((operand) => preset.includes(operand)))
        : HOLDS.maybe;
    default:
      return HOLDS.maybe;
  }
}

const holdsIf = (condition: boolean): Holds => (condition ? HOLDS.yes : HOLDS.no);

function sizeTest(preset: unknown, isRight: (size: number) => boolean): Holds {
  return typeof preset === 'object' && preset !== null
    ? holdsIf(isRight(Object.keys(preset).length))
    : HOLDS.maybe;
}

/** The inputs whose other defaults decide tests of a list otherwise than before, with both defaults; empty: none. */
export function decidingDefaults(
  when: readonly When[],
  was: readonly Input[],
  is: readonly Input[],
): string {
  const names = when
    .filter((test) => testByDefault(test, was) !== testByDefault(test, is))
    .map(({ value }) => value);
  const preset = (inputs: readonly Input[], name: string): string =>
    defaultText(inputs.find((input) => input.name === name));
  return [...new Set(names)]
    .map((name) => `\`${name}\`: ${preset(was, name)} => ${preset(is, name)}`)
    .join(', ');
}

/** A default as JSON; `none` for a required input, and for one that is not there. */
export const defaultText = (input: Input | undefined): string =>
  input === undefined || input.required ? 'none' : JSON.stringify(input.default);

/** How much less or more one thing takes than another. */
export type Direction = 'same' | 'wider' | 'narrower' | 'other';

/** How the cases in which a list of tests holds changed. */
export function whenDirection(before: readonly When[], after: readonly When[]): Direction {
  const gone = before.filter((test) => !after.some((other) => isDeepStrictEqual(test, other)));
  const added = after.filter((test) => !before.some((other) => isDeepStrictEqual(test, other)));
  const replaced = gone.map((was) => {
    const is = added.find(({ value, test }) => value === was.value && test === was.test);
    if (is === undefined) {
      return 'wider';
    }
    added.splice(added.indexOf(is), 1);
    return operandsDirection(was, is);
  });
  return joined([...replaced, ...added.map((): Direction => 'narrower')]);
}

/** More operands are more cases, of a negation fewer. */
function operandsDirection(was: When, is: When): Direction {
  const [old, next] = [was.operands ?? [], is.operands ?? []];
  const more = old.every((one) => next.includes(one));
  const fewer = next.every((one) => old.includes(one));
  const direction = more && fewer ? 'same' : more ? 'wider' : fewer ? 'narrower' : 'other';
  return ['is-not', 'does-not-contain'].includes(was.test) ? reversed(direction) : direction;
}

export function reversed(direction: Direction): Direction {
  return direction === 'wider' ? 'narrower' : direction === 'narrower' ? 'wider' : direction;
}

/** What several directions are together. */
export function joined(directions: readonly Direction[]): Direction {
  const found = new Set(directions.filter((direction) => direction !== 'same'));
  const [only = 'same'] = found;
  return found.size > 1 ? 'other' : only;
}
