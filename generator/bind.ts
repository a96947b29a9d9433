import { TerraformLocal, Token } from 'cdktf';
import type { IResolvable } from 'cdktf';
import { Construct } from 'constructs';
import { pin } from './address';
import { template } from './hcl';
import type { Input, Inputs, Props, References } from './inputs';
import { asProps, mistakesIn, refuse, withDefaults } from './literal-checks';
import { snakeCase } from './names';
import type { Requirement } from './requirements';
import type { Type } from './types';

/** A prop that is a Terraform variable: its expression is used as it is, without a local. */
export class VariableReference implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(readonly expression: string) {}

  resolve(): string {
    return template(this.expression);
  }

  toString(): string {
    return Token.asString(this);
  }
}

/**
 * Checks the props and gives, for each input, the expression to write with.
 *
 * A variable is used as it stands. Anything else goes into a local of the
 * construct, so that no token is ever pasted into the middle of an expression.
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
  refuse(mistakesIn(inputs, requirements, { names: Object.keys(props), values }), asProps, scope);
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
): string {
  if (value instanceof VariableReference) {
    return value.expression;
  }
  const address = pin(new TerraformLocal(scope, snakeCase(name), render(type, value)));
  return value === null ? address : type.convert(address);
}

/** A text that mixes literals and tokens has its literals escaped as well. */
function render(type: Type<unknown>, value: unknown): unknown {
  const isWholeToken = Token.isUnresolved(value) && typeof value !== 'string';
  return value === null || isWholeToken ? value : type.render(value);
}
