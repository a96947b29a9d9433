/** The constructs, for CDKTF apps. */
export { UsageError } from './errors';
export { AutomationServiceRole } from './modules/automation-service-role/construct';
export type { AutomationServiceRoleProps } from './modules/automation-service-role/inputs';
export { AutomationUserAccess } from './modules/automation-user-access/construct';
export type { AutomationUserAccessProps } from './modules/automation-user-access/inputs';
export { HybridServiceRole } from './modules/hybrid-service-role/construct';
export type { HybridServiceRoleProps } from './modules/hybrid-service-role/inputs';
export { InstanceProfile } from './modules/instance-profile/construct';
export type { InstanceProfileProps } from './modules/instance-profile/inputs';
export { MaintenanceWindowUserAccess } from './modules/maintenance-window-user-access/construct';
export type { MaintenanceWindowUserAccessProps } from './modules/maintenance-window-user-access/inputs';
export { S3AccessPolicy } from './modules/s3-access-policy/construct';
export type { S3AccessPolicyProps } from './modules/s3-access-policy/inputs';
export { SessionManagerUserAccess } from './modules/session-manager-user-access/construct';
export type { SessionManagerUserAccessProps } from './modules/session-manager-user-access/inputs';
