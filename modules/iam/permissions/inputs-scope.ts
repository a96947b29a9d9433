import type { Inputs } from '../../../generator/inputs';
import { snakeCase } from '../../../generator/names';
import type { Type } from '../../../generator/types';
import type { Scope } from './placeholders';

/**
 * The inputs of a module as its permissions refer to them.
 *
 * @param given inputs as Terraform calls them; what is left out or null takes
 *   its default, and so do the attributes of objects
 */
export function inputsScope(declared: Inputs, given: Scope): Scope {
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, default: otherwise }]) => [
      snakeCase(name),
      completed(type, given[snakeCase(name)] ?? otherwise ?? null),
    ]),
  );
}

function completed({ constraint, element, attributes }: Type<unknown>, value: unknown): unknown {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (element !== undefined) {
    return Array.isArray(value)
      ? elements(constraint, value).map((item) => completed(element, item))
      : Object.fromEntries(
          Object.entries(value).map(([key, item]) => [key, completed(element, item)]),
        );
  }
  return attributes === undefined
    ? value
    : Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [
          snakeCase(name),
          completed(attribute.type, (value as Scope)[snakeCase(name)] ?? attribute.default ?? null),
        ]),
      );
}

/** A set holds each element once, and Terraform goes through it in order. */
function elements(constraint: string, given: readonly unknown[]): readonly unknown[] {
  return constraint.startsWith('set(') ? [...new Set(given)].sort() : given;
}
