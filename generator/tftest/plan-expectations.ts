import type { Assertion } from '../domain';
import type { Inputs } from '../inputs';
import { literalExpression, template } from '../hcl';
import { literalInTerraform } from '../terraform-values';
import { snakeCase } from '../names';
import type { Type } from '../types';
import type { Resource } from './instances';

/**
 * What the plan has to show of some inputs: arguments that hold nothing but the
 * input, instances that are keyed by it, and instances that it switches.
 */
export function argumentAssertions(
  given: Readonly<Record<string, unknown>>,
  inputs: Inputs,
  resources: readonly Resource[],
): Assertion[] {
  return Object.entries(inputs)
    .filter(([input]) => Object.hasOwn(given, input))
    .flatMap(([input, { type }]) => {
      const value = literalInTerraform(type, given[input]);
      return resources.flatMap((resource) => ofResource(resource, snakeCase(input), type, value));
    });
}

function ofResource(
  { address, block, instances }: Resource,
  input: string,
  type: Type<unknown>,
  value: unknown,
): Assertion[] {
  const whole = template(`var.${input}`);
  const switches = template(`var.${input} ? 1 : 0`);
  return Object.entries(block).flatMap(([argument, held]) => {
    if (held !== whole) {
      return argument === 'count' && held === switches ? [switched(address, input, value)] : [];
    }
    return argument === 'for_each'
      ? [keyed(address, input, value)]
      : [
          {
            condition: `alltrue([for one in ${instances} : ${equals(`one.${argument}`, type, value)}])`,
            message: `${argument} of ${address} must be ${input}`,
          },
        ];
  });
}

/** Collections are compared as texts, for an empty one has no type. */
function equals(found: string, type: Type<unknown>, value: unknown): string {
  const expected = literalExpression(value);
  return typeof value === 'object' && value !== null
    ? `jsonencode(${found}) == jsonencode(${type.convert(expected)})`
    : `${found} == ${expected}`;
}

function switched(address: string, input: string, value: unknown): Assertion {
  return {
    condition: `length(${address}) == ${value === true ? '1' : '0'}`,
    message: `${input} must decide on whether there is ${address}`,
  };
}

function keyed(address: string, input: string, value: unknown): Assertion {
  const keys = Array.isArray(value) ? (value as string[]) : Object.keys(value as object);
  return {
    condition: `jsonencode(sort(keys(${address}))) == jsonencode(sort(${literalExpression(keys)}))`,
    message: `${address} must have an instance for each of ${input}`,
  };
}
