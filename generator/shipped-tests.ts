import type { SynthesizedModule } from './interface';
import { withDefaults } from './literal-checks';
import type { ModuleDefinition } from './module';
import { refusalsOf, warnsOf } from './refusals';
import type { Refusal } from './refusals';
import { unmet } from './requirements';
import { inTerraform } from './terraform-inputs';
import { resourcesOf } from './tftest/instances';
import { argumentAssertions } from './tftest/plan-expectations';
import { combinationRuns } from './tftest/refused-combinations';
import { refusingRuns, requiredSamples } from './tftest/refused-values';
import { testFile } from './tftest/test-file';
import type { TestRun } from './tftest/test-file';
import { defaultRun, toggleRuns } from './tftest/toggles';
import type { Planned, Shows, Values } from './tftest/toggles';

/**
 * The tests that a module is shipped with, by their paths: `terraform test`
 * runs them without an account.
 */
export function testFiles(
  definition: ModuleDefinition,
  { stack, configuration }: Pick<SynthesizedModule, 'stack' | 'configuration'>,
): Record<string, string> {
  const { inputs, provider, domain } = definition;
  const refusals = refusalsOf(stack);
  const resources = resourcesOf(configuration);
  const instancesOf = (address: string): string | undefined =>
    resources.find((one) => one.address === address)?.instances;
  const byDefault = inTerraform(inputs, {});
  const allWith = (given: Values): Values => {
    const changed = Object.entries(inputs).filter(([name]) => Object.hasOwn(given, name));
    return { ...byDefault, ...inTerraform(Object.fromEntries(changed), given) };
  };
  const planned: Planned = {
    inputs,
    base: smallest(definition, refusals),
    arguments: (given) => argumentAssertions(given, inputs, resources),
    others: remembered((given) => domain.expects?.(allWith(given), instancesOf) ?? []),
    refusals,
  };
  const files: Record<string, readonly TestRun[]> = {
    defaults: [defaultRun(planned)],
    inputs: toggleRuns(planned),
    rules: refusingRuns(inputs, planned.base),
    combinations: combinationRuns(refusals, inputs, configuration),
  };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([, runs]) => runs.length > 0)
      .map(([name, runs]) => [`tests/${name}.tftest.json`, testFile(runs, provider)]),
  );
}

/** Runs are compared with each other, and finding out what a plan shows takes longest. */
function remembered(shows: Shows): Shows {
  const known = new Map<string, ReturnType<Shows>>();
  return (given) => {
    const key = JSON.stringify(given);
    const shown = known.get(key) ?? shows(given);
    known.set(key, shown);
    return shown;
  };
}

/** The required inputs alone, or those of the first case where they are not enough or warned of. */
function smallest(
  { inputs, requirements = [], cases: [first] }: ModuleDefinition,
  refusals: readonly Refusal[],
): Values {
  const required = requiredSamples(inputs);
  const values = withDefaults(inputs, required);
  const isEnough =
    unmet(requirements, values).length === 0 && !refusals.some((one) => warnsOf(one, values));
  return first === undefined || isEnough ? required : first.inputs;
}
