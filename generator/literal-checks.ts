import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { UsageError } from '../errors';
import { orDefault } from './inputs';
import type { Input, Inputs } from './inputs';
import { snakeCase } from './names';
import { unmet } from './requirements';
import type { Requirement } from './requirements';
import { mistake, subject } from './rules';

/** Something wrong with the values that a caller gave. */
export interface Mistake {
  readonly code: string;
  readonly message: string;
}

/** What the caller gave: props in TypeScript, or inputs of Terraform, which prints their values by itself. */
export type Kind = 'Prop' | 'Input';

/** Names of inputs and attributes, also in a phrase, as the caller types them. */
const namedBy = (kind: Kind) => (declared: string) =>
  kind === 'Prop' ? declared : snakeCase(declared);

/** The values with defaults in place of what was left out, or is null where null means nothing; a set has each element once. */
export function withDefaults(
  inputs: Inputs,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declared]) => {
      const value = orDefault(declared, given[name]);
      const isSet = declared.type.collection === 'set' && Array.isArray(value);
      return [name, isSet ? [...new Set(value)] : value];
    }),
  );
}

/** What is to be checked. */
export interface Given {
  /** Names that the caller gave, as typed. */
  readonly names: readonly string[];
  /** Values of the inputs by declared name, defaults filled in. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * All mistakes in the literals among the values; tokens are left to Terraform.
 *
 * What values break together is looked at once each by itself is right.
 */
export function mistakesIn<I extends Inputs>(
  inputs: I,
  requirements: readonly Requirement<I>[],
  { names, values }: Given,
  kind: Kind,
): Mistake[] {
  const single = [
    ...unknownNames(inputs, names, kind),
    ...Object.entries(inputs).flatMap(([name, declared]) =>
      brokenRules(name, declared, values[name], kind),
    ),
  ];
  return single.length > 0 ? single : unmet(requirements, values, namedBy(kind));
}

function unknownNames(inputs: Inputs, names: readonly string[], kind: Kind): Mistake[] {
  const known = Object.keys(inputs).map(namedBy(kind));
  const what = kind.toLowerCase();
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: `Unknown${kind}`,
      message: `there is no ${what} ${name}; the ${what}s are ${known.join(', ')}`,
    }));
}

function brokenRules(
  name: string,
  { type, rules }: Input<unknown>,
  value: unknown,
  kind: Kind,
): Mistake[] {
  const said = namedBy(kind)(name);
  if (value === undefined) {
    return [{ code: `Missing${kind}`, message: `${said} is required; give it a value` }];
  }
  if (value === null || Token.isUnresolved(value)) {
    return [];
  }
  const got = kind === 'Prop' ? shown(value) : undefined;
  if (!type.accepts(value)) {
    const demand = { must: `must be ${type.constraint}`, remedy: 'give a value of that type' };
    return [{ code: 'WrongType', message: mistake(said, demand, got) }];
  }
  return rules
    .filter((broken) => !broken.accepts(value))
    .map((broken) => ({
      code: broken.code,
      message: mistake(namedBy(kind)(subject(name, broken)), broken, got),
    }));
}

/** Characters of a value that a message shows. */
const MOST_SHOWN = 200;

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) =>
    Token.isUnresolved(item) ? '(known after apply)' : item,
  );
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text;
}

/**
 * @throws UsageError that names all mistakes, if there are any
 */
export function refuse(mistakes: readonly Mistake[], kind: Kind, scope?: Construct): void {
  const [first, ...others] = mistakes;
  if (first === undefined) {
    return;
  }
  if (others.length === 0) {
    throw new UsageError(first.code, first.message, scope);
  }
  const lines = mistakes.map(({ code, message }) => `\n  ${message} [${code}]`);
  throw new UsageError(
    'SeveralMistakes',
    `${mistakes.length} ${kind.toLowerCase()}s are wrong:${lines.join('')}\n`,
    scope,
  );
}
