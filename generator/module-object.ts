import { input } from './inputs';
import type { Input, Inputs } from './inputs';
import type { ModuleDefinition } from './module';
import * as type from './types';
import type { Attribute } from './types';

/**
 * A module's inputs as one input: an object of them, with their types and
 * defaults; null is no module at all. Their rules are the module's own.
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
    samples: [{ value: cases[0]?.inputs ?? {} }],
  });
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
