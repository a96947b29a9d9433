import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { local } from './blocks';
import { Reference } from './expression';
import type { Input, Inputs, Props, References } from './inputs';
import { mistakesIn, refuse, withDefaults } from './literal-checks';
import { snakeCase } from './names';
import { declareRefusal } from './refusals';
import type { Requirement } from './requirements';
import type { Type } from './types';

/**
 * Checks the props and gives, for each input, the expression to write with.
 *
 * A variable is used as it stands, and goes by its own name. Anything else goes into a local of
 * the construct, so that no token is ever pasted into the middle of an expression.
 *
 * @throws UsageError that names all mistakes of the literal props
 */
export function bind<I extends Inputs>(
  scope: Construct,
  inputs: I,
  props: Props<I>,
  requirements: readonly Requirement<I>[] = [],
): References<I> {
  const values = withDefaults(inputs, props);
  const given = { names: Object.keys(props), values };
  refuse(mistakesIn(inputs, requirements, given, 'Prop'), 'Prop', scope);
  requirements.forEach(({ code, refused }) => {
    declareRefusal(scope, { failing: [code], inputs: refused });
  });
  const holder = new Construct(scope, 'input');
  const references = Object.entries(inputs).map(([name, declared]) => [
    name,
    reference(holder, name, declared, values[name]),
  ]);
  return Object.fromEntries(references) as References<I>;
}

function reference(
  scope: Construct,
  name: string,
  { type }: Input<unknown>,
  value: unknown,
): Reference<unknown> {
  if (value instanceof Reference) {
    return value;
  }
  const { expression } = local(scope, snakeCase(name), render(type, value));
  return new Reference(name, value === null ? expression : type.convert(expression));
}

/** A text that mixes literals and tokens has its literals escaped as well. */
function render(type: Type<unknown>, value: unknown): unknown {
  const isWholeToken = Token.isUnresolved(value) && typeof value !== 'string';
  return value === null || isWholeToken ? value : type.render(value);
}
