import type { Inputs } from './inputs';
import { snakeCase } from './names';
import type { Type } from './types';

/** Literals by the names of Terraform's variables. */
export type LiteralsInTerraform = Readonly<Record<string, unknown>>;

/** Literal props as a caller of the module writes them: snake_case; what was left out stays out. */
export function literalsInTerraform(
  props: Readonly<Record<string, unknown>>,
  declared: Inputs,
): LiteralsInTerraform {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      snakeCase(name),
      inTerraformsWords(declared[name]?.type, value),
    ]),
  );
}

/** A literal with the attributes of its objects as Terraform names them. */
export function inTerraformsWords(type: Type<unknown> | undefined, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => inTerraformsWords(type?.element, item));
  }
  const { attributes, element } = type ?? {};
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) =>
      attributes === undefined
        ? [name, inTerraformsWords(element, item)]
        : [snakeCase(name), inTerraformsWords(attributes[name]?.type, item)],
    ),
  );
}
