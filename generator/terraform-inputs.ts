import type { Input } from './inputs';
import { mistakesIn, refuse, withDefaults } from './literal-checks';
import type { Mistake, Words } from './literal-checks';
import type { ModuleDefinition } from './module';
import { snakeCase } from './names';
import { fromTerraform, toTerraform, unknownAttributes } from './terraform-values';

/** Of those who give variables to Terraform. */
const asVariables: Words = { kind: 'Input', name: snakeCase, show: toTerraform };

type Values = Readonly<Record<string, unknown>>;

/**
 * The inputs of a module as Terraform holds them, by their names there, with
 * defaults in place of what was left out.
 *
 * @param given literal values by the names of variables, as a `.tfvars.json` file has them
 * @throws UsageError that names all mistakes, in the words that Terraform prints at plan
 */
export function readInputs(
  { inputs, requirements = [] }: Pick<ModuleDefinition, 'inputs' | 'requirements'>,
  given: Values,
): Record<string, unknown> {
  const declared = Object.entries(inputs);
  const values = withDefaults(
    inputs,
    Object.fromEntries(
      declared.map(([name, { type }]) => [name, fromTerraform(type, given[snakeCase(name)])]),
    ),
  );
  const mistakes = mistakesIn(
    inputs,
    requirements,
    { names: Object.keys(given), values },
    asVariables,
  );
  refuse([...declared.flatMap((input) => misspelt(input, given)), ...mistakes], asVariables);
  return Object.fromEntries(
    declared.map(([name, { type }]) => [snakeCase(name), toTerraform(type, values[name])]),
  );
}

function misspelt([name, { type }]: [string, Input<unknown>], given: Values): Mistake[] {
  const variable = snakeCase(name);
  return unknownAttributes(type, given[variable]).map((attribute) => ({
    code: 'UnknownAttribute',
    message: `${variable} has no attribute ${attribute.name}; the attributes are ${attribute.known.join(', ')}`,
  }));
}
