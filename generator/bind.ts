import { TerraformLocal, Token } from 'cdktf';
import type { IResolvable } from 'cdktf';
import { Construct } from 'constructs';
import { UsageError } from '../errors';
import { pin } from './address';
import { template } from './hcl';
import type { Input, Inputs, Props, References } from './inputs';
import { snakeCase } from './names';
import { declareRefusal } from './refusals';
import type { Requirement } from './requirements';
import { unmet } from './requirements';
import { mistake } from './rules';
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
  const mistakes = [...unknownProps(inputs, props), ...brokenRules(inputs, values)];
  refuse(scope, mistakes.length > 0 ? mistakes : unmet(requirements, values));
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

interface Mistake {
  readonly code: string;
  readonly message: string;
}

function refuse(scope: Construct, mistakes: readonly Mistake[]): void {
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
    `${mistakes.length} props are wrong:${lines.join('')}\n`,
    scope,
  );
}

function withDefaults(
  inputs: Inputs,
  props: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declared]) => [name, props[name] ?? declared.default]),
  );
}

function unknownProps(inputs: Inputs, props: object): Mistake[] {
  return Object.keys(props)
    .filter((name) => !Object.hasOwn(inputs, name))
    .map((name) => ({
      code: 'UnknownProp',
      message: `there is no prop ${name}; the props are ${Object.keys(inputs).join(', ')}`,
    }));
}

function brokenRules(inputs: Inputs, values: Readonly<Record<string, unknown>>): Mistake[] {
  return Object.entries(inputs).flatMap(([name, declared]) =>
    brokenRulesOf(name, declared, values[name]),
  );
}

function brokenRulesOf(name: string, declared: Input<unknown>, value: unknown): Mistake[] {
  if (value === undefined) {
    return [{ code: 'MissingProp', message: `${name} is required; give it a value` }];
  }
  if (value === null || Token.isUnresolved(value)) {
    return [];
  }
  if (!declared.type.accepts(value)) {
    const got = JSON.stringify(value);
    const message = `${name} must be ${declared.type.constraint}, got ${got}; give a value of that type`;
    return [{ code: 'WrongType', message }];
  }
  return declared.rules
    .filter((broken) => !broken.accepts(value))
    .map((broken) => ({ code: broken.code, message: mistake(name, broken, value) }));
}
