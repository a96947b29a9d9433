import { TerraformCount, TerraformIterator, TerraformStack, Token, ref } from 'cdktf';
import type { IResolvable, IResolveContext, MapTerraformIterator } from 'cdktf';
import type { Construct } from 'constructs';
import { hcl, literalExpression, template } from './hcl';
import { snakeCase } from './names';

export type MapOf<T> = Readonly<Record<string, T>>;

/**
 * An expression of Terraform that has a value of type `T`, and a token of CDKTF.
 *
 * What takes a scope gives a token that other stacks may use as well.
 */
export class Expr<T> implements IResolvable {
  declare protected readonly value: T;
  readonly creationStack: string[] = [];

  /** @param inString what stands for it in a string of JSON */
  constructor(
    readonly expression: string,
    readonly inString: string = template(expression),
  ) {}

  attr<K extends keyof T & string>(name: K): Expr<T[K]> {
    return new Expr(`${this.expression}.${snakeCase(name)}`);
  }

  asString(this: Expr<string | null>, scope?: Construct): string {
    return Token.asString(tokenOf(this, scope));
  }

  asNumber(this: Expr<number>): number {
    return Token.asNumber(this);
  }

  asList(this: Expr<readonly string[]>, scope?: Construct): string[] {
    return Token.asList(tokenOf(this, scope));
  }

  asStringMap(this: Expr<MapOf<string | null>>, scope?: Construct): Record<string, string> {
    return Token.asStringMap(tokenOf(this, scope));
  }

  /** For `forEach`, which takes sets as well as maps. */
  iterator(this: Expr<MapOf<unknown> | readonly string[]>): MapTerraformIterator {
    return TerraformIterator.fromMap(Token.asAnyMap(this));
  }

  resolve({ suppressBraces }: Pick<IResolveContext, 'suppressBraces'>): string {
    return suppressBraces === true ? this.expression : this.inString;
  }

  toString(): string {
    return Token.asString(this);
  }
}

const tokenOf = (token: Expr<unknown>, scope?: Construct): IResolvable =>
  scope === undefined ? token : ref(token.expression, TerraformStack.of(scope));

/** The expression of an input, and its name as the caller types it. */
export class Reference<T> extends Expr<T> {
  constructor(
    readonly name: string,
    expression: string,
  ) {
    super(expression);
  }
}

/** Inputs as a message lists them: `path, regions and tags`. */
export function listed(inputs: readonly Reference<unknown>[], joint = 'and'): string {
  const names = inputs.map(({ name }) => name).join(', ');
  return names.replace(/, ([^,]+)$/, ` ${joint} $1`);
}

type Parts = TemplateStringsArray;

/** Terraform's own words, with expressions put into them: `` expr`length(${ref.paths})` ``. */
export function expr<T>(parts: Parts, ...values: readonly (Expr<unknown> | number)[]): Expr<T> {
  const texts = values.map((value) => (value instanceof Expr ? value.expression : `${value}`));
  return new Expr(hcl(parts, ...texts));
}

/** A text without quotes or backslashes that holds expressions: `` text`arn:${partition}:iam` ``. */
export function text(parts: Parts, ...values: readonly Expr<unknown>[]): Expr<string> {
  if (parts.raw.some((part) => /["\\]/.test(part))) {
    throw new Error(
      `a text that is put together has no quotes or backslashes: ${parts.raw.join('')}`,
    );
  }
  const whole = String.raw(parts, ...values.map(({ inString }) => inString));
  return new Expr(`"${whole}"`, whole);
}

export const literal = <T>(value: T): Expr<T> => new Expr(literalExpression(value));

/** For `count`: one instance, or none. */
export const countIf = (condition: Expr<boolean>): TerraformCount =>
  TerraformCount.of(expr<number>`${condition} ? 1 : 0`.asNumber());
