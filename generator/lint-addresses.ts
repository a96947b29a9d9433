import { TerraformElement, TerraformResource } from 'cdktf';
import type { TerraformStack } from 'cdktf';
import type { Finding } from './lint-rule';

/** CDKTF merges two blocks of one name without a word, so this looks at the elements. */
export function duplicateAddresses(stack: TerraformStack): Finding[] {
  const owners = new Map<string, string>();
  return stack.node
    .findAll()
    .filter((node) => TerraformElement.isTerraformElement(node))
    .flatMap((element) => {
      const { terraformResourceType = element.constructor.name } = element as {
        terraformResourceType?: string;
      };
      const kind = TerraformResource.isTerraformResource(element) ? '' : element.constructor.name;
      const address = `${kind}${terraformResourceType}.${element.friendlyUniqueId}`;
      const owner = owners.get(address);
      owners.set(address, owner ?? element.node.path);
      return owner === undefined
        ? []
        : [
            {
              code: 'AddressTaken',
              message: `${terraformResourceType}.${element.friendlyUniqueId} is defined at ${owner} and at ${element.node.path}; give one of them another construct id`,
            },
          ];
    });
}
