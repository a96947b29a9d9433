import type { Assertion } from '../domain';
import type { Inputs, Sample } from '../inputs';
import { samplesOf } from '../inputs';
import { literalExpression } from '../hcl';
import { withDefaults } from '../literal-checks';
import { literalsInTerraform } from '../terraform-values';
import { snakeCase } from '../names';
import { warnsOf } from '../refusals';
import type { Refusal } from '../refusals';
import type { TestRun } from './test-file';

/** Literals by the names of inputs, camelCase. */
export type Values = Readonly<Record<string, unknown>>;

/** What a plan with some inputs shows. */
export type Shows = (given: Values) => readonly Assertion[];

/** What the runs of a module are made from. */
export interface Planned {
  readonly inputs: Inputs;
  /** Inputs without which the module makes nothing. */
  readonly base: Values;
  /** Of arguments that hold an input, of those that are given. */
  readonly arguments: Shows;
  /** Of everything else, of all inputs. */
  readonly others: Shows;
  readonly refusals: readonly Refusal[];
}

/** The run that plans with as few inputs as there can be, and shows all. */
export function defaultRun({ inputs, base, ...shows }: Planned): TestRun {
  return {
    name: 'defaults',
    about: 'What is made without asking for more',
    variables: literalsInTerraform(base, inputs),
    asserts: [...shows.arguments(withDefaults(inputs, base)), ...shows.others(base)],
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
  const usual = { ...base, ...there };
  const after = { ...usual, [input]: value };
  const known = new Set(planned.others(usual).map(({ condition }) => condition));
  return {
    name: `${snakeCase(input)}${at === 0 ? '' : `_${String(at + 1)}`}`,
    about: `What ${snakeCase(input)} changes`,
    variables: literalsInTerraform(after, inputs),
    asserts: [
      ...planned.arguments({ [input]: value }),
      ...planned.others(after).filter(({ condition }) => !known.has(condition)),
      ...Object.entries(makes).map(([expression, expected]) => ({
        condition: `${expression} == ${literalExpression(expected)}`,
        message: `${expression} must be what ${snakeCase(input)} makes it`,
      })),
    ],
    failing: planned.refusals
      .filter((refusal) => warnsOf(refusal, after))
      .flatMap(({ failing }) => failing),
  };
}
