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
  const { name, summary, see, terraform, providers } = module;
  const { inputs, requirements, outputs, addresses, domain } = module;
  const own: ModuleContract = {
    $schema: `${above}${SCHEMA_FILE}`,
    '//': MARKER,
    schema_version: 1,
    ...{ name, summary, see, terraform, providers },
    ...{ inputs, requirements, outputs, addresses },
    ...(domain.diagram && { diagram: domain.diagram }),
  };
  return canonicalJson({ ...own, ...domain.data });
}
