import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { UsageError } from '../errors';
import type { Input, Inputs } from './inputs';
import { unmet } from './requirements';
import type { Requirement } from './requirements';
import { mistake } from './rules';
import type { Type } from './types';

/** Something wrong with the values that a caller gave. */
export interface Mistake {
  readonly code: string;
  readonly message: string;
}

/** How the caller says what they gave. */
export interface Words {
  /** Part of codes: `UnknownProp`. */
  readonly kind: 'Prop' | 'Input';
  /** The name of an input, or of an attribute of an object, as the caller types it. */
  name(declared: string): string;
  /** A value, or a part of it that offends, as the caller types it. */
  show(type: Type<unknown>, value: unknown): unknown;
}

/** Of those who write props in TypeScript. */
export const asProps: Words = {
  kind: 'Prop',
  name: (declared) => declared,
  show: (_type, value) => value,
};

/** The values with defaults in place of what was left out or is null. */
export function withDefaults(
  inputs: Inputs,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declared]) => [name, given[name] ?? declared.default]),
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
  words: Words = asProps,
): Mistake[] {
  const single = [...unknownNames(inputs, names, words), ...brokenRules(inputs, values, words)];
  return single.length > 0 ? single : brokenRequirements(inputs, requirements, values, words);
}

function unknownNames(inputs: Inputs, names: readonly string[], words: Words): Mistake[] {
  const known = Object.keys(inputs).map((name) => words.name(name));
  const kind = words.kind.toLowerCase();
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: `Unknown${words.kind}`,
      message: `there is no ${kind} ${name}; the ${kind}s are ${known.join(', ')}`,
    }));
}

function brokenRules(inputs: Inputs, values: Given['values'], words: Words): Mistake[] {
  return Object.entries(inputs).flatMap(([name, declared]) =>
    brokenRulesOf(name, declared, values[name], words),
  );
}

function brokenRulesOf(
  name: string,
  { type, rules }: Input<unknown>,
  value: unknown,
  words: Words,
): Mistake[] {
  const said = words.name(name);
  if (value === undefined) {
    return [{ code: `Missing${words.kind}`, message: `${said} is required; give it a value` }];
  }
  if (value === null || Token.isUnresolved(value)) {
    return [];
  }
  if (!type.accepts(value)) {
    const got = JSON.stringify(words.show(type, value));
    const message = `${said} must be ${type.constraint}, got ${got}; give a value of that type`;
    return [{ code: 'WrongType', message }];
  }
  return rules
    .filter((broken) => !broken.accepts(value))
    .map((broken) => ({
      code: broken.code,
      message: mistake(said, inWords(broken, type, words), value),
    }));
}

/** A rule that says its attribute and shows what offends as the caller does. */
function inWords(
  broken: Input<unknown>['rules'][number],
  type: Type<unknown>,
  words: Words,
): Input<unknown>['rules'][number] {
  return {
    ...broken,
    ...(broken.attribute !== undefined && { attribute: words.name(broken.attribute) }),
    offending: (value) => words.show(type, broken.offending(value)),
  };
}

/** What values break together; each by itself is right. */
export function brokenRequirements<I extends Inputs>(
  inputs: I,
  requirements: readonly Requirement<I>[],
  values: Given['values'],
  words: Words,
): Mistake[] {
  return unmet(requirements, values, {
    name: (name) => words.name(name),
    got: (name) => {
      const { type } = inputs[name] as Input<unknown>;
      return JSON.stringify(words.show(type, values[name]));
    },
  });
}

/**
 * @throws UsageError that names all mistakes, if there are any
 */
export function refuse(
  mistakes: readonly Mistake[],
  words: Words = asProps,
  scope?: Construct,
): void {
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
    `${mistakes.length} ${words.kind.toLowerCase()}s are wrong:${lines.join('')}\n`,
    scope,
  );
}
