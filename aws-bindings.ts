/**
 * The resources, data sources and the provider of AWS that are used, from their bindings.
 *
 * By deep path: the barrel of the bindings costs seconds and half a gigabyte.
 */
export { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
export { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
export { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
export { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
export { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
export { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
export { IamRole } from '@cdktf/provider-aws/lib/iam-role';
export { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
export { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
export { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
export { AwsProvider } from '@cdktf/provider-aws/lib/provider';
export { SsmServiceSetting } from '@cdktf/provider-aws/lib/ssm-service-setting';
