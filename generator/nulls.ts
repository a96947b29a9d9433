import { expr } from './expression';
import type { Expr } from './expression';
import { holdsToken } from './tokens';

export const isNull = (item: unknown): boolean => item === null || item === undefined;

/** The entries whose values are not null. */
export const some = <T>(entries: Readonly<Record<string, T>>): Record<string, NonNullable<T>> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, NonNullable<T>] => !isNull(entry[1])),
  );

/** Whether a literal element fulfils a rule, or is null, or will be known to Terraform only. */
export const passes = <T>(
  element: { accepts(value: T): boolean } & Pick<OnNull, 'onNull'>,
  item: T,
): boolean =>
  isNull(item) ? element.onNull !== 'fails' : holdsToken(item) || element.accepts(item);

/** A condition, and what it says of null: nothing, unless it is told, for it is an error. */
export interface OnNull<T = never> {
  readonly onNull?: 'passes' | 'refuses' | 'fails' | undefined;
  condition(value: Expr<T>): Expr<boolean>;
}

/** A condition that is no error on null. Terraform evaluates both sides. */
export const orIsNull = (value: Expr<unknown>, condition: Expr<boolean>): Expr<boolean> =>
  expr`${value} == null || ${condition}`;

/** The condition of what may be null: nothing else is evaluated for it, while `||` would evaluate both sides. */
export const unlessNull = (value: Expr<unknown>, condition: Expr<boolean>): Expr<boolean> =>
  expr`${value} == null ? true : ${condition}`;

/** The condition of a rule on an element, which null passes. */
export function conditionUnlessNull<T>(element: OnNull<T>, value: Expr<T>): Expr<boolean> {
  const condition = element.condition(value);
  switch (element.onNull) {
    case 'passes':
    case 'fails':
      return condition;
    case 'refuses':
      return orIsNull(value, condition);
    case undefined:
      return expr`try(${condition}, true)`;
  }
}
