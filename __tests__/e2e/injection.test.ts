import { App, TerraformStack } from 'cdktf';
import { HOSTILE_TEXTS } from './cases/hostile-texts';
import { describeEndToEnd } from './harness/suite';
import type { Plan, ResourceChange } from './harness/workspace';
import { RANGES } from './properties/input-sets';
import { planMany } from './properties/plan-many';
import type { Case } from './properties/plan-many';
import { flaws } from './properties/planned-role';
import { buildWith } from './properties/synth-verdict';

/** Inputs that are left out are null. */
const cases: Case[] = HOSTILE_TEXTS.map(([module, inputs], i) => {
  const names = Object.keys(RANGES[module] ?? {});
  const nothing = Object.fromEntries(names.map((name) => [name, null]));
  return { id: `case${i}`, module, inputs: { ...nothing, ...inputs } };
});

/** A stack with a construct for each case, its inputs as literal props. */
function stackOfConstructs(): object {
  const stack = new TerraformStack(new App(), 'literals');
  cases.forEach(({ module, inputs }, i) => {
    buildWith(stack, `case${i}x`, module, inputs);
  });
  return stack.toTerraform() as object;
}

/** The changes of one construct, by the addresses they have in the module. */
function changesOf(plan: Plan, i: number): ResourceChange[] {
  return (plan.resource_changes ?? [])
    .filter(({ address }) => address.includes(`.case${i}x`))
    .map((change) => ({
      ...change,
      address: `module.${change.address.replace(`.case${i}x_`, '.').replace(`.case${i}x`, '.this')}`,
    }));
}

const documents = (changes: readonly ResourceChange[]): string[] =>
  changes
    .flatMap(({ type, change }) =>
      ['policy', 'assume_role_policy', 'description'].map((name) => {
        const value: unknown = change.after?.[name];
        return typeof value === 'string' ? `${type} ${value}` : '';
      }),
    )
    .filter((text) => text !== '')
    .sort();

describeEndToEnd('a text that means something to Terraform, JSON or IAM', (bench) => {
  test('stays in its place, in a variable and in a literal prop', async () => {
    const { errors, planned } = await planMany(bench(), cases);
    expect(errors).toEqual([]);
    const workspace = bench().workspace(stackOfConstructs());
    await workspace.init();
    const plan = await workspace.plan();
    cases.forEach((one, i) => {
      const byModule = planned.get(one.id) ?? [];
      const byConstruct = changesOf(plan, i);
      expect({ one, flaws: flaws(one, byModule) }).toEqual({ one, flaws: [] });
      expect({ one, flaws: flaws(one, byConstruct) }).toEqual({ one, flaws: [] });
      expect(documents(byConstruct)).toEqual(documents(byModule));
    });
  });
});
