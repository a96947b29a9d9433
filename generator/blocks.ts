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

/** What is demanded of the props of a construct in an app, and the resources that say so. */
const carried = new WeakMap<Construct, { all: Precondition[]; by: TerraformResource[] }>();

/** Says that the outputs of a stack are those of a module, and gives what `demand` will collect. */
export function demandsOf(stack: TerraformStack): readonly Precondition[] {
  const collected: Precondition[] = [];
  demands.set(stack, collected);
  return collected;
}

/**
 * Refuses, at plan, inputs that do not fit together.
 *
 * In a module they are preconditions of its first output, which is there whatever else is made. In
 * an app, where outputs are the caller's, each resource that `carry` names has them.
 */
export function demand(scope: Construct, ...preconditions: readonly Precondition[]): void {
  const collected = demands.get(TerraformStack.of(scope));
  if (collected !== undefined) {
    collected.push(...preconditions);
    return;
  }
  const { all, by } = carriedIn(scope);
  all.push(...preconditions);
  by.forEach((resource) => {
    addTo(resource, preconditions);
  });
}

/** Lets a resource say, in an app, what is demanded in the same construct. */
export function carry(scope: Construct, resource: TerraformResource): void {
  if (!demands.has(TerraformStack.of(scope))) {
    const { all, by } = carriedIn(scope);
    by.push(resource);
    addTo(resource, all);
  }
}

function carriedIn(scope: Construct): { all: Precondition[]; by: TerraformResource[] } {
  const found = carried.get(scope) ?? { all: [], by: [] };
  carried.set(scope, found);
  return found;
}

function addTo(resource: TerraformResource, preconditions: readonly Precondition[]): void {
  const { precondition = [], ...others } = resource.lifecycle ?? {};
  if (preconditions.length > 0) {
    resource.lifecycle = { ...others, precondition: [...precondition, ...preconditions] };
  }
}
