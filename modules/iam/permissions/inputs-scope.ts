import type { Inputs } from '../../../generator/inputs';
import { snakeCase } from '../../../generator/names';
import { fromTerraform, toTerraform } from '../../../generator/terraform-values';
import type { Scope } from './placeholders';

/**
 * The inputs of a module as its permissions refer to them.
 *
 * @param given inputs as Terraform calls them; what is left out or null takes
 *   its default, and so do the attributes of objects
 */
export function inputsScope(declared: Inputs, given: Scope): Scope {
  return Object.fromEntries(
    Object.entries(declared).map(([input, { type, default: otherwise }]) => {
      const name = snakeCase(input);
      const value = given[name] ?? null;
      const literal = value === null ? (otherwise ?? null) : fromTerraform(type, value);
      return [name, literal === null ? null : toTerraform(type, literal)];
    }),
  );
}
