import type { Assertion } from '../domain';
import type { Inputs, Sample } from '../inputs';
import { samplesOf } from '../inputs';
import { literalExpression } from '../hcl';
import { literalsInTerraform } from '../literals';
import type { LiteralsInTerraform } from '../literals';
import { snakeCase } from '../names';
import type { Refusal } from '../refusals';
import type { TestRun } from './test-file';

/** What a plan with some inputs shows. */
export type Shows = (given: LiteralsInTerraform) => readonly Assertion[];

/** What the runs of a module are made from. */
export interface Planned {
  readonly inputs: Inputs;
  /** Inputs without which the module makes nothing, camelCase. */
  readonly base: Readonly<Record<string, unknown>>;
  /** Of arguments that hold an input, of those that are given. */
  readonly arguments: Shows;
  /** Of everything else, of all inputs. */
  readonly others: Shows;
  readonly refusals: readonly Refusal[];
}

/** The run that plans with as few inputs as there can be, and shows all. */
export function defaultRun({ inputs, base, ...shows }: Planned): TestRun {
  const given = literalsInTerraform(base, inputs);
  const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(inputs)
      .filter(([, { required }]) => !required)
      .map(([name, { default: value }]) => [name, value]),
  );
  const all = literalsInTerraform({ ...defaults, ...base }, inputs);
  return {
    name: 'defaults',
    about: 'What is made without asking for more',
    variables: given,
    asserts: [...shows.arguments(all), ...shows.others(given)],
  };
}

/** A run for each sample of each input, which shows what the sample changes. */
export function toggleRuns(planned: Planned): TestRun[] {
  return Object.entries(planned.inputs).flatMap(([input, declared]) =>
    samplesOf(declared).map((sample, i) => toggleRun(planned, input, sample, i)),
  );
}

function toggleRun(
  planned: Planned,
  input: string,
  { value, with: others = {}, makes = {} }: Sample<unknown>,
  at: number,
): TestRun {
  const { inputs, base } = planned;
  const there = Object.fromEntries(
    Object.entries(others).filter(([name]) => Object.hasOwn(inputs, name)),
  );
  const after = literalsInTerraform({ ...base, ...there, [input]: value }, inputs);
  const usual = literalsInTerraform({ ...base, ...there }, inputs);
  const known = new Set(planned.others(usual).map(({ condition }) => condition));
  return {
    name: `${snakeCase(input)}${at === 0 ? '' : `_${String(at + 1)}`}`,
    about: `What ${snakeCase(input)} changes`,
    variables: after,
    asserts: [
      ...planned.arguments(literalsInTerraform({ [input]: value }, inputs)),
      ...planned.others(after).filter(({ condition }) => !known.has(condition)),
      ...Object.entries(makes).map(([expression, expected]) => ({
        condition: `${expression} == ${literalExpression(expected)}`,
        message: `${expression} must be what ${snakeCase(input)} makes it`,
      })),
    ],
    failing: warnings(planned.refusals, after, inputs),
  };
}

/** Checks that warn of these inputs whatever the others are. */
function warnings(
  refusals: readonly Refusal[],
  given: LiteralsInTerraform,
  inputs: Inputs,
): string[] {
  const all = JSON.stringify;
  return refusals
    .filter(({ failing }) => failing.every((one) => one.startsWith('check.')))
    .filter(({ inputs: warned }) =>
      Object.entries(literalsInTerraform(warned, inputs)).every(
        ([name, value]) => all(given[name]) === all(value),
      ),
    )
    .flatMap(({ failing }) => failing);
}
