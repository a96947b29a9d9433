import { addressed } from '../terraform-json';
import type { Block, TerraformJson } from '../terraform-json';

/** A resource of a module. */
export interface Resource {
  readonly address: string;
  readonly block: Block;
  /** Expression of the list of its instances. */
  readonly instances: string;
}

/** All resources of a module. */
export function resourcesOf({ resource = {} }: TerraformJson): Resource[] {
  return addressed({ resource }).map(([address, block]) => ({
    address,
    block,
    instances: instancesOf(address, block),
  }));
}

function instancesOf(address: string, { count, for_each }: Block): string {
  if (for_each !== undefined) {
    return `values(${address})`;
  }
  return count === undefined ? `[${address}]` : address;
}
