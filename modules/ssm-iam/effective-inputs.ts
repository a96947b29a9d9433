import { snakeCase } from '../../generator/names';
import { refuseCalls } from '../../generator/terraform-inputs';
import type { ModuleDefinition } from '../../generator/module';
import { callOf } from '../../generator/module-call';
import { FALLBACKS, NEW_ROLE_ONLY, NO_AUTOMATION_ROLE } from './wiring';

/** Inputs by their names in Terraform. */
type Values = Readonly<Record<string, unknown>>;

/**
 * The inputs of the root with what each object leaves out filled in, as
 * `wiring.ts` has Terraform do it: the objects are then what the modules get.
 * What only an apply knows is a placeholder.
 *
 * @throws UsageError when a module would refuse what it gets
 */
export function effectiveInputs(modules: readonly ModuleDefinition[], inputs: Values): Values {
  const calls = modules.flatMap((called): [ModuleDefinition, Values][] => {
    const object = (inputs[callOf(called).name] ?? null) as Values | null;
    return object === null ? [] : [[called, effectiveObject(called, object, inputs)]];
  });
  refuseCalls(calls.map(([called, object]) => [called, withSomeAutomationRole(object)]));
  const objects = calls.map(([called, object]): [string, Values] => [
    callOf(called).name,
    withPlace(object),
  ]);
  const all: Values = { ...withPlace(inputs), ...Object.fromEntries(objects) };
  return { ...all, automation_user_access: withAutomationRole(all) };
}

/** What the module is called with if there is no role to name: another rule speaks of that. */
function withSomeAutomationRole(object: Values): Values {
  return object.automation_role_arn === null
    ? { ...object, automation_role_arn: NO_AUTOMATION_ROLE }
    : object;
}

/** Where everything is, which Terraform looks up if nobody says it. */
function withPlace(values: Values): Values {
  const looked = ['partition', 'account_id']
    .filter((name) => name in values)
    .map((name): [string, unknown] => [name, values[name] ?? `\${${name}}`]);
  return { ...values, ...Object.fromEntries(looked) };
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
  const { partition, account_id: account, path, role_name: name } = role as Record<string, string>;
  return {
    ...access,
    automation_role_arn: `arn:${partition}:iam::${account}:role${path}${name}`,
  };
}
