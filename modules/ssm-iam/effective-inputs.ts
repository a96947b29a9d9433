import { snakeCase } from '../../generator/names';
import type { ModuleDefinition } from '../../generator/module';
import { callOf } from '../../generator/module-call';
import { FALLBACKS, NEW_ROLE_ONLY } from './wiring';

/** Inputs by their names in Terraform. */
type Values = Readonly<Record<string, unknown>>;

/**
 * The inputs of the root with what each object leaves out filled in, as
 * `wiring.ts` has Terraform do it; the objects are then what the modules get,
 * but for what only an apply knows.
 */
export function effectiveInputs(modules: readonly ModuleDefinition[], inputs: Values): Values {
  const objects = modules.map((called): [string, Values | null] => {
    const name = callOf(called).name;
    const object = (inputs[name] ?? null) as Values | null;
    return [name, object && effectiveObject(called, object, inputs)];
  });
  const all: Values = { ...inputs, ...Object.fromEntries(objects) };
  return { ...all, automation_user_access: withAutomationRole(all) };
}

function effectiveObject(called: ModuleDefinition, object: Values, shared: Values): Values {
  const filled = Object.keys(called.inputs).map((input): [string, unknown] => {
    const name = snakeCase(input);
    return [name, object[name] ?? standIn(called, input, object, shared)];
  });
  return {
    ...Object.fromEntries(filled),
    tags: { ...(shared.tags as Values), ...(object.tags as Values) },
  };
}

/** What takes the place of an attribute that is left out. */
function standIn(
  { inputs }: ModuleDefinition,
  input: string,
  { create_role: createRole }: Values,
  shared: Values,
): unknown {
  const otherwise = inputs[input]?.default ?? null;
  if (createRole === false && NEW_ROLE_ONLY.some((name) => name === input)) {
    return otherwise;
  }
  if (FALLBACKS.some((name) => name === input)) {
    return shared[snakeCase(input)] ?? otherwise;
  }
  return input.endsWith('Name') && typeof otherwise === 'string'
    ? `${String(shared.name_prefix)}${otherwise}`
    : otherwise;
}

/** Who may start automations passes the role of this call, if they name no other. */
function withAutomationRole(inputs: Values): Values | null {
  const access = (inputs.automation_user_access ?? null) as Values | null;
  const role = (inputs.automation_service_role ?? null) as Values | null;
  if (access === null || role === null || (access.automation_role_arn ?? null) !== null) {
    return access;
  }
  const text = (name: string): string => (role[name] ?? `\${${name}}`) as string;
  const arn = `arn:${text('partition')}:iam::${text('account_id')}:role${text('path')}${text('role_name')}`;
  return { ...access, automation_role_arn: arn };
}
