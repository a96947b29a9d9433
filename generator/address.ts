import type { TerraformElement } from 'cdktf';
import { TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { UsageError } from '../errors';
import { Expr } from './expression';

/** Construct ids that say nothing and leave no trace in an address. */
const SILENT_IDS = new Set(['Default', 'Resource', 'this']);

const takenOf = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Gives a block a readable name without a hash and returns its address.
 *
 * The name is the construct path below the stack (its last part may be another
 * word than the construct's id), so that it survives a change
 * of CDKTF and two constructs in one stack stay apart. CDKTF would merge two
 * blocks of one name without a word; this refuses them. A stack could give such
 * names by itself, but that of an app is the caller's and gives hashes.
 *
 * @throws UsageError `AddressTaken`
 */
export function address<E extends TerraformElement>(
  element: E,
  id: string = element.node.id,
): Expr<E> {
  const name = identifier([...pathBelowStack(element).slice(0, -1), id]);
  element.overrideLogicalId(name);
  const path = `${typeOf(element)}.${name}`;
  const stack = TerraformStack.of(element);
  const taken = takenOf.get(stack) ?? new Map<string, string>();
  takenOf.set(stack, taken);
  const owner = taken.get(path);
  if (owner !== undefined) {
    throw new UsageError(
      'AddressTaken',
      `${path} is already defined at ${owner}; give one of them another construct id`,
      element,
    );
  }
  taken.set(path, element.node.path);
  return new Expr(path);
}

/** The name of a block that belongs to `scope`, e.g. `ssm_core_policy`, or `core_policy` in a module. */
export function nameWithin(scope: IConstruct, id: string): string {
  return identifier([...pathBelowStack(scope), id]);
}

function pathBelowStack(construct: IConstruct): string[] {
  const scopes = construct.node.scopes;
  const stackAt = scopes.indexOf(TerraformStack.of(construct));
  return scopes.slice(stackAt + 1).map((scope) => scope.node.id);
}

function identifier(path: readonly string[]): string {
  const telling = path.filter((id) => !SILENT_IDS.has(id));
  const parts = telling.length > 0 ? telling : path.slice(-1);
  const name = parts.join('_').replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function typeOf(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) {
    return element.terraformResourceType;
  }
  const { terraformResourceType } = element as { terraformResourceType?: string };
  return terraformResourceType === undefined ? 'local' : `data.${terraformResourceType}`;
}
