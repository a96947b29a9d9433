import type { InterfaceInput, InterfaceOutput, ModuleInterface } from '../interface';
import { SCHEMA_FILE, SCHEMA_VERSION } from '../interface-schema';
import { canonicalJson } from './json';
import { MARKER } from './terraform-files';

/**
 * The contract of a module as data; `interface-schema.ts` says what stands where.
 *
 * @param above path from the module's folder to the one that holds the schema, like `../../`
 */
export function interfaceJson(module: ModuleInterface, above: string): string {
  const { floors, provider, domain } = module;
  return canonicalJson({
    $schema: `${above}${SCHEMA_FILE}`,
    '//': MARKER,
    schema_version: SCHEMA_VERSION,
    name: module.name,
    summary: module.summary,
    see: module.awsPage,
    terraform: { version: floors.terraform.version, needed_for: floors.terraform.feature },
    providers: {
      [provider.name]: {
        source: provider.source,
        version: floors.provider.version,
        needed_for: floors.provider.feature,
      },
    },
    inputs: module.inputs.map(inputOf),
    requirements: module.requirements,
    outputs: module.outputs.map(outputOf),
    addresses: module.addresses,
    ...domain.data,
  });
}

function inputOf(input: InterfaceInput): object {
  const { name, type, description, required, nullable, sensitive, attributes, rules } = input;
  return {
    name,
    type,
    description,
    required,
    nullable,
    sensitive,
    ...('default' in input && { default: input.default }),
    attributes,
    rules,
  };
}

const outputOf = ({ name, description, sensitive }: InterfaceOutput): object => ({
  name,
  description,
  sensitive,
});
