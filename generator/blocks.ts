import { TerraformLocal, TerraformStack } from 'cdktf';
import type { Precondition, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { address, nameWithin } from './address';
import { expr } from './expression';
import type { Expr } from './expression';
import { declareRefusal } from './refusals';

/** Blocks that CDKTF has no construct for, and locals as they are needed here. */

/**
 * Puts something into a local.
 *
 * @param comment what it is, if its name does not say it all
 */
export function local<T>(
  scope: Construct,
  name: string,
  value: T | Expr<T>,
  comment?: string,
): Expr<T> {
  if (comment !== undefined) {
    // Terraform passes over the key `//` there
    TerraformStack.of(scope).addOverride(`locals.//.${nameWithin(scope, name)}`, comment);
  }
  return expr`${address(new TerraformLocal(scope, name, value))}`;
}

/**
 * Warns at plan and apply, without failing, while `condition` does not hold.
 *
 * @param warned literals of inputs that are warned of, camelCase
 */
export function warnUnless(
  scope: Construct,
  id: string,
  condition: Expr<boolean>,
  message: string,
  warned: Readonly<Record<string, unknown>>,
): void {
  const name = nameWithin(scope, id);
  TerraformStack.of(scope).addOverride(`check.${name}`, {
    assert: [{ condition, error_message: message }],
  });
  declareRefusal(scope, { failing: [`check.${name}`], inputs: warned });
}

/** What is demanded of the inputs of each module, for its first output. */
const demands = new WeakMap<TerraformStack, Precondition[]>();

/** Says that the outputs of a stack are those of a module, and gives what `demand` will collect. */
export function demandsOf(stack: TerraformStack): readonly Precondition[] {
  const collected: Precondition[] = [];
  demands.set(stack, collected);
  return collected;
}

/**
 * Refuses, at plan, inputs that do not fit together.
 *
 * In a module they are preconditions of its first output, which is there whatever else is made.
 *
 * @param resource carries them in an app, where outputs are the caller's
 */
export function demand(
  scope: Construct,
  preconditions: readonly Precondition[],
  resource?: TerraformResource,
): void {
  const collected = demands.get(TerraformStack.of(scope));
  if (collected !== undefined) {
    collected.push(...preconditions);
  } else if (resource !== undefined) {
    const { precondition = [], ...others } = resource.lifecycle ?? {};
    resource.lifecycle = { ...others, precondition: [...precondition, ...preconditions] };
  }
}
