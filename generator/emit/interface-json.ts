import type { ModuleContract } from '../../contract/module';
import type { ModuleInterface } from '../interface';
import { canonicalJson } from './json';
import { MARKER } from './terraform-files';

/** Name of the file that holds the schema, beside the module that is above all others. */
export const SCHEMA_FILE = 'interface.schema.json';

/**
 * The contract of a module as data; `contract/` says what stands where.
 *
 * @param above path from the module's folder to the one that holds the schema, like `../../`
 */
export function interfaceJson(module: ModuleInterface, above: string): string {
  const { name, summary, inputs, requirements, outputs, addresses, floors, provider } = module;
  const own: ModuleContract = {
    $schema: `${above}${SCHEMA_FILE}`,
    '//': MARKER,
    schema_version: 1,
    name,
    summary,
    see: module.awsPage,
    terraform: { version: floors.terraform.version, needed_for: floors.terraform.feature },
    providers: {
      [provider.name]: {
        source: provider.source,
        version: floors.provider.version,
        needed_for: floors.provider.feature,
      },
    },
    inputs,
    requirements,
    outputs,
    addresses,
    ...(module.domain.diagram && { diagram: module.domain.diagram }),
  };
  return canonicalJson({ ...own, ...module.domain.data });
}
