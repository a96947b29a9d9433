import type { Input, Inputs } from './inputs';
import { mistakesIn, refuse, withDefaults } from './literal-checks';
import type { Mistake } from './literal-checks';
import type { CalledWith, ModuleDefinition } from './module';
import { snakeCase } from './names';
import { fromTerraform, toTerraform, unknownAttributes } from './terraform-values';

type Values = Readonly<Record<string, unknown>>;

type Checked = Pick<ModuleDefinition, 'inputs' | 'requirements' | 'calledWith'>;

/**
 * The inputs of a module as Terraform holds them, by their names there, with
 * defaults in place of what was left out. What it calls others with is looked at
 * once its own inputs are right.
 *
 * @param given literal values by the names of variables, as a `.tfvars.json` file has them
 * @throws UsageError that names all mistakes, in the words that Terraform prints at plan
 */
export function readInputs(
  { inputs, requirements = [], calledWith }: Checked,
  given: Values,
): Record<string, unknown> {
  const values = literalsOf(inputs, given);
  const mistakes = mistakesIn(inputs, requirements, { names: Object.keys(given), values }, 'Input');
  refuse(
    [...Object.entries(inputs).flatMap((input) => misspelt(input, given)), ...mistakes],
    'Input',
  );
  const read = inTerraform(inputs, values);
  // two modules may get, and refuse, the same
  const inCalls = (calledWith?.(read) ?? []).flatMap(mistakesInCall);
  refuse([...new Map(inCalls.map((one) => [one.message, one])).values()], 'Input');
  return read;
}

/**
 * Literal props as Terraform holds the inputs: by their names there, with defaults in place of
 * what was left out.
 */
export const inTerraform = (inputs: Inputs, props: Values): Record<string, unknown> => {
  const values = withDefaults(inputs, props);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { type }]) => [
      snakeCase(name),
      toTerraform(type, values[name]),
    ]),
  );
};

/** By the names that the inputs are declared with, defaults filled in. */
function literalsOf(inputs: Inputs, given: Values): Record<string, unknown> {
  const read = Object.entries(inputs).map(([name, { type }]): [string, unknown] => [
    name,
    fromTerraform(type, given[snakeCase(name)]),
  ]);
  return withDefaults(inputs, Object.fromEntries(read));
}

/** What a module refuses of what another one calls it with. */
function mistakesInCall([{ inputs, requirements = [] }, given]: CalledWith): Mistake[] {
  const values = literalsOf(inputs, given);
  return mistakesIn(inputs, requirements, { names: Object.keys(given), values }, 'Input');
}

function misspelt([name, { type }]: [string, Input<unknown>], given: Values): Mistake[] {
  const variable = snakeCase(name);
  return unknownAttributes(type, given[variable]).map((attribute) => ({
    code: 'UnknownAttribute',
    message: `${variable} has no attribute ${attribute.name}; the attributes are ${attribute.known.join(', ')}`,
  }));
}
