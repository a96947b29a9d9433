import type { ModuleDefinition } from '../generator/module';
import { automationAdministrationRole } from './automation-administration-role/module';
import { automationExecutionRole } from './automation-execution-role/module';
import { automationServiceRole } from './automation-service-role/module';
import { automationUserAccess } from './automation-user-access/module';
import { defaultHostManagement } from './default-host-management/module';
import { hybridServiceRole } from './hybrid-service-role/module';
import { instanceProfile } from './instance-profile/module';
import { maintenanceWindowRole } from './maintenance-window-role/module';
import { maintenanceWindowUserAccess } from './maintenance-window-user-access/module';
import { notificationRole } from './notification-role/module';
import { parameterStoreAccess } from './parameter-store-access/module';
import { s3AccessPolicy } from './s3-access-policy/module';
import { sessionManagerUserAccess } from './session-manager-user-access/module';
import { rootModule } from './ssm-iam/module';
import { userAccess } from './user-access/module';

/** The modules we ship, alphabetical. */
export const catalog: readonly ModuleDefinition[] = [
  automationAdministrationRole,
  automationExecutionRole,
  automationServiceRole,
  automationUserAccess,
  defaultHostManagement,
  hybridServiceRole,
  instanceProfile,
  maintenanceWindowRole,
  maintenanceWindowUserAccess,
  notificationRole,
  parameterStoreAccess,
  s3AccessPolicy,
  sessionManagerUserAccess,
  userAccess,
];

/** The module that sets up an account in one call of these. */
export const root = rootModule(catalog);

/** All that is generated: the modules, and the one above them. */
export const shipped: readonly ModuleDefinition[] = [...catalog, root];
