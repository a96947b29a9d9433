import type { ModuleDefinition } from '../generator/module';
import { automationServiceRole } from './automation-service-role/module';
import { automationUserAccess } from './automation-user-access/module';
import { hybridServiceRole } from './hybrid-service-role/module';
import { instanceProfile } from './instance-profile/module';
import { maintenanceWindowUserAccess } from './maintenance-window-user-access/module';
import { s3AccessPolicy } from './s3-access-policy/module';
import { sessionManagerUserAccess } from './session-manager-user-access/module';
import { rootModule } from './ssm-iam/module';

/** The modules we ship, alphabetical. */
export const catalog: readonly ModuleDefinition[] = [
  automationServiceRole,
  automationUserAccess,
  hybridServiceRole,
  instanceProfile,
  maintenanceWindowUserAccess,
  s3AccessPolicy,
  sessionManagerUserAccess,
];

/** The module that sets up an account in one call of these. */
export const root = rootModule(catalog);

/** All that is generated: the modules, and the one above them. */
export const shipped: readonly ModuleDefinition[] = [...catalog, root];
