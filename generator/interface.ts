import type {
  Attribute as InterfaceAttribute,
  ModuleContract,
  Output,
  Rule as InterfaceRule,
} from '../contract/module';
import type { Case, Difference } from './cases';
import { withResources } from './domain';
import type { Domain } from './domain';
import { terraformBlock, versionFloors } from './floors';
import type { VersionFloors } from './floors';
import type { Inputs } from './inputs';
import { literalsInTerraform } from './terraform-values';
import type { ModuleDefinition } from './module';
import { callOf } from './module-call';
import type { ModuleCall } from './module-call';
import { ModuleStack } from './module-stack';
import { snakeCase } from './names';
import { told } from './requirements';
import type { Rule } from './rules';
import { addressed } from './terraform-json';
import type { TerraformJson } from './terraform-json';
import type { Attribute, Type } from './types';

/** What a module is to those who use it; what its README is made from. */
export interface ModuleInterface extends Omit<
  ModuleContract,
  '$schema' | '//' | 'schema_version' | 'diagram'
> {
  /** With inputs as Terraform names them. */
  readonly cases: readonly Case[];
  readonly differences: readonly Difference[];
  /** Modules that it calls; it then lies above them. */
  readonly modules: readonly ModuleCall[];
  readonly domain: Domain;
}

/** A module ready to be written: its interface, and the configuration behind it. */
export interface SynthesizedModule {
  readonly stack: ModuleStack;
  readonly configuration: TerraformJson;
  readonly interface: ModuleInterface;
}

/** A module that calls others asks for theirs as well. */
const synthesized = new WeakMap<ModuleDefinition, SynthesizedModule>();

export function synthesize(definition: ModuleDefinition): SynthesizedModule {
  const known = synthesized.get(definition);
  if (known !== undefined) {
    return known;
  }
  const called = (definition.calls ?? []).map((one) => synthesize(one).interface);
  const stack = new ModuleStack(definition);
  const blocks = stack.toTerraform();
  const floors = versionFloors(blocks, definition, called);
  const configuration = { ...blocks, terraform: terraformBlock(floors) };
  const whole = { stack, configuration, interface: interfaceOf(definition, configuration, floors) };
  synthesized.set(definition, whole);
  return whole;
}

function interfaceOf(
  definition: ModuleDefinition,
  configuration: TerraformJson,
  floors: VersionFloors,
): ModuleInterface {
  const { name, summary, awsPage: see, calls = [] } = definition;
  const addresses = [
    ...addressed(configuration).map(([address]) => address),
    ...calls.flatMap(addressesBelow),
  ].sort();
  return {
    name,
    summary,
    see,
    ...floors,
    cases: definition.cases.map((one) => caseInTerraform(one, definition.inputs)),
    differences: definition.differences,
    inputs: byName(
      Object.entries(definition.inputs).map(([input, declared]) => ({
        name: snakeCase(input),
        type: declared.type.constraint,
        description: declared.description,
        required: declared.required,
        nullable: declared.nullable,
        ...(!declared.required && { default: declared.default }),
        attributes: [],
        ...objectsIn(declared.type),
        rules: declared.rules.map(ruleOf),
      })),
    ),
    requirements: (definition.requirements ?? []).map(told),
    outputs: outputsOf(definition),
    modules: calls.map(callOf),
    addresses,
    domain: withResources(definition.domain, addresses),
  };
}

const caseInTerraform = ({ inputs, toTheLetter = {}, ...one }: Case, declared: Inputs): Case => ({
  ...one,
  inputs: literalsInTerraform(inputs, declared),
  toTheLetter: literalsInTerraform(toTheLetter, declared),
});

function outputsOf({ outputs }: ModuleDefinition): Output[] {
  return byName(
    Object.entries<string>(outputs).map(([output, description]) => ({
      name: snakeCase(output),
      description,
    })),
  );
}

/** The objects that a type holds, and the collections around them. */
function objectsIn({
  collection,
  element,
  attributes,
}: Type<unknown>): Pick<InterfaceAttribute, 'collections' | 'attributes'> {
  if (attributes !== undefined) {
    const named = Object.entries(attributes);
    return { attributes: named.map(([name, attribute]) => attributeOf(name, attribute)) };
  }
  const inside = element === undefined ? {} : objectsIn(element);
  return collection === undefined || inside.attributes === undefined
    ? {}
    : { ...inside, collections: [collection, ...(inside.collections ?? [])] };
}

function attributeOf(name: string, attribute: Attribute<unknown>): InterfaceAttribute {
  return {
    name: snakeCase(name),
    type: attribute.type.constraint,
    ...objectsIn(attribute.type),
    description: attribute.description,
    required: !attribute.optional,
    ...(attribute.optional && { default: attribute.default }),
  };
}

function ruleOf({ part, attribute, limits, ...rule }: Rule<unknown>): InterfaceRule {
  const { code, must, remedy, see } = rule;
  return {
    code,
    ...(part !== undefined && { part: snakeCase(part) }),
    ...(attribute !== undefined && { attribute: snakeCase(attribute) }),
    ...(limits !== undefined && { limits }),
    must,
    remedy,
    see,
  };
}

/** Addresses of a called module, as its caller sees them. */
function addressesBelow(called: ModuleDefinition): string[] {
  const call = callOf(called);
  const { addresses } = synthesize(called).interface;
  return [`module.${call.name}`, ...addresses.map((address) => `module.${call.name}.${address}`)];
}

function byName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return [...items].sort((one, other) => (one.name < other.name ? -1 : 1));
}
