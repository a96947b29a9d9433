import { input, samplesOf } from './inputs';
import type { Input, Inputs } from './inputs';
import type { ModuleDefinition } from './module';
import { attributeRule } from './rules';
import type { Rule } from './rules';
import * as type from './types';
import type { Attribute } from './types';

/**
 * A module's inputs as one input: an object of them, with their types, defaults
 * and rules; null is no module at all.
 *
 * @param standIns what stands in for inputs that are left out, as a phrase
 */
export function moduleInput(
  definition: ModuleDefinition,
  standIns: Readonly<Record<string, string>>,
): Input<object, false, true> {
  const { name, summary, inputs, cases } = definition;
  return input.nullable<object>(type.object(attributesOf(inputs, standIns)), {
    description: `${summary} Null: not made; \`{}\`: made with the defaults. The attributes are the inputs of \`${name}\`.`,
    rules: Object.entries(inputs).flatMap(([attribute, declared]) =>
      declared.rules.map((rule) => liftedRule(attribute, declared, rule)),
    ),
    samples: [{ value: cases[0]?.inputs ?? {} }],
  });
}

/** The example that it refuses has nothing but the attribute, and what the object needs. */
function liftedRule(
  attribute: string,
  declared: Input<unknown>,
  inner: Rule<unknown>,
): Rule<Readonly<Record<string, unknown>>> {
  const refused = inner.refused(samplesOf(declared)[0]?.value);
  return {
    ...attributeRule(attribute, inner),
    refused: (accepted) => ({ ...accepted, [attribute]: refused }),
  };
}

function attributesOf(
  inputs: Inputs,
  standIns: Readonly<Record<string, string>>,
): Record<string, Attribute<unknown>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declared]) => [name, attributeOf(declared, standIns[name])]),
  );
}

function attributeOf(declared: Input<unknown>, standIn: string | undefined): Attribute<unknown> {
  const { description } = declared;
  if (standIn !== undefined) {
    return type.attribute.optional(declared.type, `${withoutNull(description)} Null: ${standIn}.`);
  }
  return declared.required
    ? type.attribute.required(declared.type, description)
    : type.attribute.optional(declared.type, description, declared.default);
}

/** What the module itself does with null, no caller of the object ever sees. */
function withoutNull(description: string): string {
  return description.replace(/ Null\b[^.]*\./, '');
}
