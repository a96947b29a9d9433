import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { nameWithin } from './address';
import { template } from './hcl';
import { declareRefusal } from './refusals';

/** Blocks and comments that CDKTF has no construct for. */

/**
 * Warns at plan and apply, without failing, while `condition` does not hold.
 *
 * @param warned literals of inputs that are warned of, camelCase
 */
export function warnUnless(
  scope: Construct,
  id: string,
  condition: string,
  message: string,
  warned: Readonly<Record<string, unknown>>,
): void {
  const name = nameWithin(scope, id);
  TerraformStack.of(scope).addOverride(`check.${name}`, {
    assert: [{ condition: template(condition), error_message: message }],
  });
  declareRefusal(scope, { failing: [`check.${name}`], inputs: warned });
}

/** Refuses, at plan, to give an output: the place for what no resource is about. */
export function guardOutput(
  scope: Construct,
  output: string,
  { condition, errorMessage }: { readonly condition: string; readonly errorMessage: string },
): void {
  TerraformStack.of(scope).addOverride(`output.${output}.precondition`, [
    { condition, error_message: errorMessage },
  ]);
}

/** Puts a comment beside the locals: Terraform passes over the key `//` there. */
export function explainLocal(scope: Construct, id: string, comment: string): void {
  TerraformStack.of(scope).addOverride(`locals.//.${nameWithin(scope, id)}`, comment);
}
