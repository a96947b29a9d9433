/** The constructs, for CDKTF apps. */
export { UsageError } from './errors';
export { AutomationServiceRole } from './modules/automation-service-role/construct';
export type { AutomationServiceRoleProps } from './modules/automation-service-role/inputs';
export { AutomationUserAccess } from './modules/automation-user-access/construct';
export type { AutomationUserAccessProps } from './modules/automation-user-access/inputs';
export { DefaultHostManagement } from './modules/default-host-management/construct';
export type { DefaultHostManagementProps } from './modules/default-host-management/inputs';
export { HybridServiceRole } from './modules/hybrid-service-role/construct';
export type { HybridServiceRoleProps } from './modules/hybrid-service-role/inputs';
export { InstanceProfile } from './modules/instance-profile/construct';
export type { InstanceProfileProps } from './modules/instance-profile/inputs';
export { MaintenanceWindowRole } from './modules/maintenance-window-role/construct';
export type { MaintenanceWindowRoleProps } from './modules/maintenance-window-role/inputs';
export { NotificationRole } from './modules/notification-role/construct';
export type { NotificationRoleProps } from './modules/notification-role/inputs';
export { S3AccessPolicy } from './modules/s3-access-policy/construct';
export type { S3AccessPolicyProps } from './modules/s3-access-policy/inputs';
