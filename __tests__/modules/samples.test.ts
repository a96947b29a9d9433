import { App, TerraformStack } from 'cdktf';
import type { UsageError } from '../../errors';
import { samplesOf } from '../../generator/inputs';
import { synthesize } from '../../generator/interface';
import { refusalsOf } from '../../generator/refusals';
import { testFiles } from '../../generator/shipped-tests';
import { refusedValues, requiredSamples } from '../../generator/tftest/refused-values';
import { root, shipped } from '../../modules/catalog';

function codeThrownBy(build: () => unknown): string | undefined {
  try {
    build();
    return undefined;
  } catch (error) {
    return (error as UsageError).code;
  }
}

/** What a plan shows nothing of, for which the tests do no more than plan; and why. */
const OUT_OF_SIGHT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [root.name]: {
    automation_passes_instance_role: 'the role that is passed has no ARN at plan',
    permissions_boundary: 'no output tells it',
    tags: 'no output tells them',
    account_id: 'it stands in trust and inline policies, which no output tells',
  },
};

describe.each(shipped.map((definition) => [definition.name, definition] as const))(
  '%s',
  (_, definition) => {
    test('has an example for each rule, which no other rule of its input refuses', () => {
      for (const [name, declared] of Object.entries(definition.inputs)) {
        for (const { code, value } of refusedValues(name, declared)) {
          const refusing = declared.rules.filter((rule) => !rule.accepts(value));

          expect([name, declared.type.accepts(value)]).toEqual([name, true]);
          expect([name, refusing.map((rule) => rule.code)]).toEqual([name, [code]]);
        }
      }
    });

    test('has samples of each input, which it takes and which are not the default', () => {
      for (const [name, declared] of Object.entries(definition.inputs)) {
        const values = samplesOf(declared).map(({ value }) => value);
        const refused = values.filter(
          (value) =>
            !(value === null && declared.nullable) &&
            (!declared.type.accepts(value) || !declared.rules.every((rule) => rule.accepts(value))),
        );

        expect([name, values.length > 0]).toEqual([name, true]);
        expect([name, refused]).toEqual([name, []]);
        expect(values).not.toContainEqual(declared.default);
      }
    });

    test('looks, in its tests, at something that each sample changes', () => {
      const { run } = JSON.parse(
        testFiles(definition, synthesize(definition))['tests/inputs.tftest.json'] ?? '',
      ) as {
        run: Record<string, { assert?: unknown[] }>[];
      };
      const idle = run
        .flatMap(Object.entries<{ assert?: unknown[] }>)
        .filter(([, { assert = [] }]) => assert.length === 0)
        .map(([name]) => name);

      expect(idle).toEqual(Object.keys(OUT_OF_SIGHT[definition.name] ?? {}));
    });

    const refusedAtSynth = (inputs: Readonly<Record<string, unknown>>): string | undefined =>
      codeThrownBy(() =>
        definition.build(new TerraformStack(new App(), 'refused'), 'x', {
          ...requiredSamples(definition.inputs),
          ...inputs,
        }),
      );

    test('has examples of what its requirements refuse, each refused for that alone', () => {
      for (const { code, refused } of definition.requirements ?? []) {
        expect(refusedAtSynth(refused)).toBe(code);
      }
    });

    test('has examples for what Terraform refuses, which synth lets through', () => {
      const requirements = (definition.requirements ?? []).map(({ code }) => code);
      const others = refusalsOf(synthesize(definition).stack).filter(
        ({ failing: [code = ''] }) => !requirements.includes(code),
      );

      // of this one all that Terraform refuses together is a requirement
      expect(others.length > 0).toBe(definition.name !== root.name);
      for (const { failing, inputs } of others) {
        expect([failing[0], refusedAtSynth(inputs)]).toEqual([failing[0], undefined]);
      }
    });
  },
);
