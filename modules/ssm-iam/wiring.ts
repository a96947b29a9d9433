import type { Inputs } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { hcl, template } from '../../generator/hcl';
import { snakeCase } from '../../generator/names';
import type { sharedInputs } from './inputs';

/**
 * What comes to the modules from elsewhere than their objects. These are the
 * only names of modules and of their inputs here; a test looks that they exist.
 */

/** The module of the policies that the node roles share. */
export const S3_POLICY_MODULE = 's3-access-policy';

/** Inputs of modules, shared by all objects that leave them out. */
export const FALLBACKS = [
  'accountId',
  'agentBuckets',
  'partition',
  'path',
  'permissionsBoundary',
] as const satisfies readonly (keyof typeof sharedInputs)[];

/** What only a role that is made can be given. */
export const NEW_ROLE_ONLY = ['permissionsBoundary'] as const;

/** The keys of their attachments begin so: `shared-s3-agent`. */
export const SHARED_KEY = 'shared-s3-';

/** Key => ARN of the shared S3 policies. */
const SHARED_ARNS = 'local.shared_policy_arns';

/** Looks like an ARN, so that the precondition about its absence is what speaks. */
export const NO_AUTOMATION_ROLE = 'arn:aws:iam::000000000000:role/automation_role_arn-is-null';

/** Expressions of the inputs of the root that are named here. */
export type RootReferences = Readonly<
  Record<keyof typeof sharedInputs | 'instanceProfile', string>
>;

/** What an input may be made from, as expressions. */
export interface Given {
  /** The object of its module; not null where this is evaluated. */
  readonly object: string;
  /** The attribute of that object. */
  readonly own: string;
  /** The inputs of the root. */
  readonly ref: RootReferences;
}

/** How an input of a module gets its value. */
export interface Wire {
  /** What stands in if the object leaves the input out, as a phrase. */
  readonly standIn?: string;
  /** Expression of the value. */
  value(given: Given): string;
}

/** What modules take from each other. */
const BETWEEN_MODULES: Readonly<Record<string, Readonly<Record<string, Wire>>>> = {
  'automation-service-role': {
    passRoleArns: {
      value: ({ own, ref }) =>
        hcl`setunion(${own}, [for profile in ${ref.instanceProfile}[*] :
          one(module.instance_profile[*].role_arn) if profile.create_role])`,
    },
  },
  'automation-user-access': {
    automationRoleArn: {
      standIn: 'that of the role which `automation_service_role` makes',
      value: ({ own }) =>
        `coalesce(${own}, one(module.automation_service_role[*].role_arn), "${NO_AUTOMATION_ROLE}")`,
    },
  },
};

/** The wires of a module, by its inputs; every other input is the object's attribute as it is. */
export function wiresOf({ name, inputs }: ModuleDefinition): Readonly<Record<string, Wire>> {
  const wires: Record<string, Wire> = {
    ...Object.fromEntries(FALLBACKS.map((input) => [input, fallback(input)])),
    ...prefixedNames(inputs),
    tags: { value: ({ own, ref }) => `merge(${ref.tags}, ${own})` },
    ...(isNodeRole(inputs) && {
      additionalPolicyArns: { value: ({ own }) => `merge(${own}, ${SHARED_ARNS})` },
    }),
    ...BETWEEN_MODULES[name],
  };
  return Object.fromEntries(
    Object.entries(wires)
      .filter(([input]) => input in inputs)
      .map(([input, wire]) => [input, needsNewRole(input, inputs) ? ifMade(wire) : wire]),
  );
}

/** Whether the role of a module is one of managed nodes, which share the S3 policies. */
export const isNodeRole = (inputs: Inputs): boolean =>
  'regions' in inputs && 'additionalPolicyArns' in inputs;

function fallback(input: (typeof FALLBACKS)[number]): Wire {
  return {
    standIn: `the shared \`${snakeCase(input)}\``,
    value: ({ own, ref }) => `${own} == null ? ${ref[input]} : ${own}`,
  };
}

/** The names whose default follows no other name. */
function prefixedNames(inputs: Inputs): Record<string, Wire> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([input, { default: name }]) =>
      input.endsWith('Name') && typeof name === 'string' ? [[input, prefixed(name)]] : [],
    ),
  );
}

function prefixed(name: string): Wire {
  return {
    standIn: `\`name_prefix\` followed by \`${name}\``,
    value: ({ own, ref }) => `${own} == null ? ${withPrefix(ref, name)} : ${own}`,
  };
}

/** Expression of a default name behind the prefix. */
export const withPrefix = (ref: RootReferences, name: string): string =>
  `"${template(ref.namePrefix)}${name}"`;

const needsNewRole = (input: string, inputs: Inputs): boolean =>
  'createRole' in inputs && NEW_ROLE_ONLY.some((one) => one === input);

/** A role that exists takes none of these, so nothing may stand in for what its object leaves out. */
function ifMade(wire: Wire): Wire {
  return {
    ...wire,
    value: (given) => `${given.object}.create_role ? (${wire.value(given)}) : ${given.own}`,
  };
}
