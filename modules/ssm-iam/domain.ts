import type { Domain } from '../../generator/domain';
import type { Inputs } from '../../generator/inputs';
import type { ModuleDefinition } from '../../generator/module';
import { callOf } from '../../generator/module-call';
import { fenced } from '../../generator/readme/markdown';
import { permissionsDomain } from '../iam/permissions/domain';
import type { Called } from './construct';
import { rootPermissions } from './permissions';

/** What the root can grant: what its modules can, drawn by what they have to do with each other. */
export function rootDomain(
  called: Called,
  nodeRoles: readonly ModuleDefinition[],
  inputs: Inputs,
): Domain {
  const s3Policy = callOf(called.s3Policy).name;
  const edges = [
    ...nodeRoles.map((role) => `${s3Policy} -.->|"is attached to"| ${callOf(role).name}`),
    'instance_profile -.->|"has the role that runbooks pass on"| automation_service_role',
    'automation_service_role -.->|"is the role that people pass on"| automation_user_access',
  ];
  const diagram = ['flowchart LR', ...edges.map((edge) => `  ${edge}`)].join('\n');
  return {
    ...permissionsDomain(rootPermissions(called, nodeRoles), inputs),
    overview: `${fenced('mermaid', diagram)}\n\nEach of these is there if its input asks for it.`,
  };
}
