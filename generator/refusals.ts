import { TerraformStack } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import type { Expr } from './expression';

/** Inputs that a module takes one by one, and refuses or warns of together. */
export interface Refusal {
  /** What fails: codes of preconditions, and addresses of checks as `check.name`. */
  readonly failing: readonly string[];
  /** Literals by the names of the inputs, camelCase; the others keep their defaults. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

const declared = new WeakMap<TerraformStack, Refusal[]>();

/** Gives an example of what a precondition or check refuses, beside the condition. */
export function declareRefusal(scope: Construct, refusal: Refusal): void {
  const stack = TerraformStack.of(scope);
  declared.set(stack, [...refusalsOf(stack), refusal]);
}

/** All examples of a stack, in the order of their declaration. */
export function refusalsOf(stack: TerraformStack): readonly Refusal[] {
  return declared.get(stack) ?? [];
}

/** Whether it is a check that warns of these literals, whatever the other inputs are. */
export const warnsOf = ({ failing, inputs }: Refusal, given: Refusal['inputs']): boolean =>
  failing.every((one) => one.startsWith('check.')) &&
  Object.entries(inputs).every(
    ([name, value]) => JSON.stringify(given[name]) === JSON.stringify(value),
  );

/** A precondition that hangs on more than inputs, with an example that fails with the first code. */
export function refusing(
  scope: Construct,
  example: Refusal,
  condition: Expr<boolean>,
  message: string,
): Precondition {
  declareRefusal(scope, example);
  return { condition, errorMessage: `${message} [${String(example.failing[0])}]` };
}
