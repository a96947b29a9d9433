import type { Domain } from '../../../generator/domain';
import type { Inputs } from '../../../generator/inputs';
import { inTerraform } from '../../../generator/terraform-inputs';
import { deployerSection } from '../deployer/readme-section';
import { deployerStatements } from '../deployer/statements';
import { legend, permissionsDiagram } from './diagram';
import { explain } from './explain';
import type { PermissionsModel } from './model';
import { planAssertions } from './plan-assertions';
import { permissionsSection } from './readme-section';

/** What a module can grant, as README and `interface.json` tell it. */
export function permissionsDomain(model: PermissionsModel, inputs: Inputs): Domain {
  const defaults = inTerraform(inputs, {});
  const granted = new Set(explain(model, defaults).map(({ id }) => id));
  const diagram = permissionsDiagram(model, defaults);
  return {
    data: {
      ...model,
      permissions: model.permissions.map((permission) => ({
        ...permission,
        by_default: granted.has(permission.id),
      })),
    },
    diagram,
    legend: legend(diagram, model),
    sections: permissionsSection(model, granted),
    ofResources: (addresses) => {
      const deployer = deployerStatements(addresses, inputs);
      return { data: { deployer }, sections: deployerSection(deployer) };
    },
    expects: planAssertions(model),
  };
}

/** The model behind it. */
export const permissionsOf = ({ data }: Domain): PermissionsModel =>
  data as unknown as PermissionsModel;
