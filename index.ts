/** The constructs, for CDKTF apps. */
export { UsageError } from './errors';
export { AutomationAdministrationRole } from './modules/automation-administration-role/construct';
export type { AutomationAdministrationRoleProps } from './modules/automation-administration-role/inputs';
export { AutomationExecutionRole } from './modules/automation-execution-role/construct';
export type { AutomationExecutionRoleProps } from './modules/automation-execution-role/inputs';
export { AutomationServiceRole } from './modules/automation-service-role/construct';
export type { AutomationServiceRoleProps } from './modules/automation-service-role/inputs';
export { AutomationUserAccess } from './modules/automation-user-access/construct';
export type { AutomationUserAccessProps } from './modules/automation-user-access/inputs';
export { HybridServiceRole } from './modules/hybrid-service-role/construct';
export type { HybridServiceRoleProps } from './modules/hybrid-service-role/inputs';
export { InstanceProfile } from './modules/instance-profile/construct';
export type { InstanceProfileProps } from './modules/instance-profile/inputs';
export { S3AccessPolicy } from './modules/s3-access-policy/construct';
export type { S3AccessPolicyProps } from './modules/s3-access-policy/inputs';
