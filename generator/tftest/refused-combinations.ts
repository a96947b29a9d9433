import { UsageError } from '../../errors';
import type { Inputs } from '../inputs';
import { literalsInTerraform } from '../terraform-values';
import type { Refusal } from '../refusals';
import { addressed } from '../terraform-json';
import type { TerraformJson } from '../terraform-json';
import { requiredSamples } from './refused-values';
import type { TestRun } from './test-file';

/**
 * Runs that refuse, or warn of, inputs that rules of single inputs take.
 *
 * @throws UsageError `RefusedByNothing` when nothing has such a precondition
 */
export function combinationRuns(
  refusals: readonly Refusal[],
  inputs: Inputs,
  configuration: TerraformJson,
): TestRun[] {
  const names = refusals.map(({ failing: [first = ''] }) =>
    first.replace(/^check\./, 'warns_of_').replace(/^(?!warns_of_)/, 'refuses_'),
  );
  return refusals.map(({ failing, inputs: values }, i) => ({
    name: numbered(names, i),
    about: failing.join(', '),
    variables: literalsInTerraform({ ...requiredSamples(inputs), ...values }, inputs),
    failing: failing.flatMap((one) => addressesOf(one, configuration)),
  }));
}

/** A name that came before gets a number. */
function numbered(names: readonly string[], at: number): string {
  const name = names[at] ?? '';
  const before = names.slice(0, at).filter((other) => other === name).length;
  return before === 0 ? name : `${name}_${String(before + 1)}`;
}

/** Where a check is, or the preconditions of a code. */
function addressesOf(failing: string, { resource = {}, output = {} }: TerraformJson): string[] {
  if (failing.startsWith('check.')) {
    return [failing];
  }
  const blocks = [
    ...addressed({ resource }).map(([address, { lifecycle }]) => [address, lifecycle]),
    ...Object.entries(output).map(([name, block]) => [`output.${name}`, block]),
  ] as [string, Guarded | undefined][];
  const found = blocks.filter(([, guarded]) => hasPrecondition(guarded, failing));
  if (found.length === 0) {
    throw new UsageError(
      'RefusedByNothing',
      `${failing} has an example of what it refuses and no precondition, got none that ends with [${failing}]; put it into the lifecycle of a resource, or on an output`,
    );
  }
  return found.map(([address]) => address);
}

interface Guarded {
  readonly precondition?: readonly { readonly error_message: string }[];
}

const hasPrecondition = ({ precondition = [] }: Guarded = {}, code: string): boolean =>
  precondition.some(({ error_message }) => error_message.endsWith(`[${code}]`));
