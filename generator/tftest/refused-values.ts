import type { Input, Inputs } from '../inputs';
import { samplesOf } from '../inputs';
import { literalsInTerraform } from '../terraform-values';
import { snakeCase } from '../names';
import type { Type } from '../types';
import type { TestRun } from './test-file';

/** A value that one rule of an input refuses. */
export interface RefusedValue {
  readonly input: string;
  readonly code: string;
  readonly value: unknown;
}

/** An example for each rule of an input, in the order of the rules. */
export function refusedValues(input: string, declared: Input<unknown>): RefusedValue[] {
  const accepted = samplesOf(declared)[0]?.value;
  return declared.rules.map((rule) => ({
    input,
    code: rule.code,
    value: withoutSamples(declared.type, rule.refused(accepted), accepted),
  }));
}

/**
 * Runs that refuse an example for each rule.
 *
 * A run costs half a second, and Terraform tells of each variable by itself: so
 * the first rules of all inputs share a run, then the second ones, and so on.
 *
 * @param base inputs that no check warns of. @default - the required ones
 */
export function refusingRuns(
  inputs: Inputs,
  base: Readonly<Record<string, unknown>> = requiredSamples(inputs),
): TestRun[] {
  const all = Object.entries(inputs).map(([name, declared]) => refusedValues(name, declared));
  const rounds = Math.max(0, ...all.map((ofInput) => ofInput.length));
  return Array.from({ length: rounds }, (_, round) => {
    const refused = all.flatMap((ofInput) => ofInput.slice(round, round + 1));
    const values = Object.fromEntries(refused.map(({ input, value }) => [input, value]));
    return {
      name: `refuses_${String(round + 1)}`,
      about: refused.map(({ input, code }) => `${snakeCase(input)}: ${code}`).join(', '),
      variables: literalsInTerraform({ ...base, ...values }, inputs),
      failing: refused.map(({ input }) => `var.${snakeCase(input)}`),
    };
  });
}

/** A value for each input that has to have one. */
export function requiredSamples(inputs: Inputs): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs)
      .filter(([, { required }]) => required)
      .map(([name, declared]) => [name, samplesOf(declared)[0]?.value]),
  );
}

/** Attributes that may be left out and are still those of the sample have nothing to do with the rule. */
function withoutSamples(type: Type<unknown>, value: unknown, sample: unknown): unknown {
  if (type.element !== undefined && Array.isArray(value) && Array.isArray(sample)) {
    const { element } = type;
    return value.map((item) => withoutSamples(element, item, sample[0]));
  }
  const { attributes } = type;
  if (attributes === undefined || value === null) {
    return value;
  }
  const ofSample = sample as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(value as object).filter(
      ([name, item]) => attributes[name]?.optional !== true || item !== ofSample[name],
    ),
  );
}
