import { UsageError, reasonOf } from '../errors';
import type { Inputs } from '../generator/inputs';
import { snakeCase } from '../generator/names';
import { fromHcl, readVariableFile } from './variable-files';

/** One of the options with which inputs are given, in the order of the command line. */
export type GivenInputs = { readonly file: string } | { readonly variable: string };

/**
 * The values of inputs by their names in Terraform; of two for one input the
 * later counts, as it does for Terraform.
 *
 * @throws UsageError when one cannot be read
 */
export async function givenInputs(
  inputs: Inputs,
  options: readonly GivenInputs[],
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const option of options) {
    const read =
      'file' in option
        ? await readVariableFile(option.file)
        : await readVariable(inputs, option.variable);
    Object.assign(values, read);
  }
  return values;
}

/** Terraform takes the text as it is for a scalar, and as an expression for anything else. */
async function readVariable(inputs: Inputs, text: string): Promise<Record<string, unknown>> {
  const [, name, value] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(
      'VarForm',
      `--var must have the form name=value, got ${reasonOf(JSON.stringify(text))}; write it like --var role_name=Web`,
    );
  }
  const [, declared] = Object.entries(inputs).find(([input]) => snakeCase(input) === name) ?? [];
  const isScalar = ['string', 'number', 'bool'].includes(declared?.type.constraint ?? 'string');
  return isScalar ? { [name]: value } : { ...(await fromHcl('--var', `${name} = ${value}`)) };
}
