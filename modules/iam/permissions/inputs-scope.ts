import { orDefault } from '../../../generator/inputs';
import type { Inputs } from '../../../generator/inputs';
import { snakeCase } from '../../../generator/names';
import { fromTerraform, toTerraform } from '../../../generator/terraform-values';
import type { Scope } from './placeholders';

/**
 * The inputs of a module as its permissions refer to them.
 *
 * @param given inputs as Terraform calls them; what is left out, or null where null
 *   means nothing, takes its default, and so do the attributes of objects
 */
export function inputsScope(declared: Inputs, given: Scope): Scope {
  return Object.fromEntries(
    Object.entries(declared).map(([input, one]) => {
      const name = snakeCase(input);
      const literal = orDefault(one, fromTerraform(one.type, given[name])) ?? null;
      return [name, literal === null ? null : toTerraform(one.type, literal)];
    }),
  );
}
