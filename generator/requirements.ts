import type { Precondition } from 'cdktf';
import type { Requirement as ToldRequirement } from '../contract/module';
import type { Expr } from './expression';
import type { Inputs, References } from './inputs';
import { snakeCase } from './names';
import { holdsToken } from './tokens';

type Values = Readonly<Record<string, unknown>>;

/**
 * What several inputs have to fulfil together.
 *
 * Tested on literal props when the app is synthesized, and by a precondition
 * when Terraform plans; both print the same message.
 */
export interface Requirement<I> {
  /** Stable code that ends the message. */
  readonly code: string;
  /** The inputs it looks at. */
  readonly about: readonly (keyof I & string)[];
  /** What is demanded, with each input named as the caller typed it: `path and roleName must be ...`. */
  must(name: (input: keyof I & string) => string): string;
  /** The way out. */
  remedy(name: (input: keyof I & string) => string): string;
  /** Literals that it refuses; the other inputs keep their defaults. */
  readonly refused: Values;
  /** Whether literals, defaults filled in, fulfil it. Tokens never get here. */
  accepts(values: Values): boolean;
  /** The same test as an HCL condition. */
  condition(references: References<I>): Expr<boolean>;
}

/** How a message names an input. */
type Naming = (input: string) => string;

/** The requirements that the literals among `values` break. */
export function unmet<I extends Inputs>(
  requirements: readonly Requirement<I>[],
  values: Values,
  name: Naming = (input) => input,
): { code: string; message: string }[] {
  return requirements
    .filter(({ about }) => !about.some((input) => holdsToken(values[input])))
    .filter((requirement) => !requirement.accepts(values))
    .map((requirement) => ({ code: requirement.code, message: messageOf(requirement, name) }));
}

const messageOf = <I>(requirement: Requirement<I>, name: Naming): string =>
  `${requirement.must(name)}; ${requirement.remedy(name)}`;

/** A requirement in the words of those who use the module. */
export function told<I>(requirement: Requirement<I>): ToldRequirement {
  return {
    code: requirement.code,
    inputs: requirement.about.map(snakeCase),
    must: requirement.must(snakeCase),
    remedy: requirement.remedy(snakeCase),
  };
}

/** A requirement as a precondition, which names inputs as the caller does. */
export function precondition<I extends Inputs>(
  requirement: Requirement<I>,
  references: References<I>,
): Precondition {
  return {
    condition: requirement.condition(references),
    errorMessage: `${messageOf(requirement, (input) => references[input]?.name ?? input)} [${requirement.code}]`,
  };
}
