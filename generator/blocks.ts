import { TerraformLocal, TerraformStack } from 'cdktf';
import type { Precondition } from 'cdktf';
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

/** Refuses, at plan, to give an output: the place for what no resource is about. */
export function guardOutput(
  scope: Construct,
  output: string,
  { condition, errorMessage }: Precondition,
): void {
  TerraformStack.of(scope).addOverride(`output.${output}.precondition`, [
    { condition: condition as unknown, error_message: errorMessage },
  ]);
}
