import type { ManagedPolicy } from '../managed-policies';
import type { ManagedStatement } from './model';

/** The day on which AWS's reference of managed policies was read. */
export const MANAGED_POLICIES_AS_OF = '2026-08-22';

const allow = (
  resource: string,
  actions: string,
  condition?: ManagedStatement['Condition'],
): ManagedStatement => ({
  Effect: 'Allow',
  Action: actions.split(/\s+/),
  Resource: [resource],
  ...(condition && { Condition: condition }),
});

/**
 * What the AWS managed policies allow that the guide attaches. AWS may change
 * them at any time: this is for people who review, nothing is made from it.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const MANAGED_POLICY_STATEMENTS: Readonly<
  Record<ManagedPolicy, readonly ManagedStatement[]>
> = {
  AmazonEC2RoleforSSM: [
    allow(
      '*',
      `ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument
      ssm:DescribeDocument ssm:GetManifest ssm:GetParameters ssm:ListAssociations
      ssm:ListInstanceAssociations ssm:PutInventory ssm:PutComplianceItems
      ssm:PutConfigurePackageResult ssm:UpdateAssociationStatus
      ssm:UpdateInstanceAssociationStatus ssm:UpdateInstanceInformation`,
    ),
    allow(
      '*',
      `ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel
      ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel`,
    ),
    allow(
      '*',
      `ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage
      ec2messages:GetEndpoint ec2messages:GetMessages ec2messages:SendReply`,
    ),
    allow('*', `cloudwatch:PutMetricData`),
    allow('*', `ec2:DescribeInstanceStatus`),
    allow('*', `ds:CreateComputer ds:DescribeDirectories`),
    allow(
      '*',
      `logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogGroups logs:DescribeLogStreams
      logs:PutLogEvents`,
    ),
    allow(
      '*',
      `s3:GetBucketLocation s3:PutObject s3:GetObject s3:GetEncryptionConfiguration
      s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:ListBucket
      s3:ListBucketMultipartUploads`,
    ),
  ],
  AmazonSSMAutomationRole: [
    allow('arn:aws:lambda:*:*:function:Automation*', `lambda:InvokeFunction`),
    allow(
      '*',
      `ec2:CreateImage ec2:CopyImage ec2:DeregisterImage ec2:DescribeImages ec2:DeleteSnapshot
      ec2:StartInstances ec2:RunInstances ec2:StopInstances ec2:TerminateInstances
      ec2:DescribeInstanceStatus ec2:CreateTags ec2:DeleteTags ec2:DescribeTags
      cloudformation:CreateStack cloudformation:DescribeStackEvents cloudformation:DescribeStacks
      cloudformation:UpdateStack cloudformation:DeleteStack cloudformation:TagResource
      cloudformation:UntagResource`,
    ),
    allow('*', `ssm:*`),
    allow('arn:aws:sns:*:*:Automation*', `sns:Publish`),
    allow('arn:*:ssm:*:*:session/*', `ssmmessages:OpenDataChannel`),
  ],
  AmazonSSMDirectoryServiceAccess: [allow('*', `ds:CreateComputer ds:DescribeDirectories`)],
  AmazonSSMFullAccess: [
    allow(
      '*',
      `cloudwatch:PutMetricData ds:CreateComputer ds:DescribeDirectories ec2:DescribeInstanceStatus
      logs:* ssm:* ec2messages:*`,
    ),
    allow(
      'arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*',
      `iam:CreateServiceLinkedRole`,
      { StringLike: { 'iam:AWSServiceName': 'ssm.amazonaws.com' } },
    ),
    allow(
      'arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*',
      `iam:DeleteServiceLinkedRole iam:GetServiceLinkedRoleDeletionStatus`,
    ),
    allow(
      '*',
      `ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel
      ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel`,
    ),
  ],
  AmazonSSMManagedEC2InstanceDefaultPolicy: [
    allow(
      '*',
      `ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument
      ssm:DescribeDocument ssm:GetManifest ssm:ListAssociations ssm:ListInstanceAssociations
      ssm:PutInventory ssm:PutComplianceItems ssm:PutConfigurePackageResult
      ssm:UpdateAssociationStatus ssm:UpdateInstanceAssociationStatus
      ssm:UpdateInstanceInformation`,
    ),
    allow(
      '*',
      `ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel
      ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel`,
    ),
    allow(
      '*',
      `ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage
      ec2messages:GetEndpoint ec2messages:GetMessages ec2messages:SendReply`,
    ),
  ],
  AmazonSSMManagedInstanceCore: [
    allow(
      '*',
      `ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument
      ssm:DescribeDocument ssm:GetManifest ssm:GetParameter ssm:GetParameters ssm:ListAssociations
      ssm:ListInstanceAssociations ssm:PutInventory ssm:PutComplianceItems
      ssm:PutConfigurePackageResult ssm:UpdateAssociationStatus
      ssm:UpdateInstanceAssociationStatus ssm:UpdateInstanceInformation`,
    ),
    allow(
      '*',
      `ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel
      ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel`,
    ),
    allow(
      '*',
      `ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage
      ec2messages:GetEndpoint ec2messages:GetMessages ec2messages:SendReply`,
    ),
  ],
  AmazonSSMReadOnlyAccess: [allow('*', `ssm:Describe* ssm:Get* ssm:List*`)],
  AWSLambdaRole: [allow('*', `lambda:InvokeFunction`)],
  AWSQuickSetupPatchPolicyBaselineAccess: [
    allow('arn:aws:s3:::aws-quicksetup-patchpolicy-*', `s3:GetObject`, {
      StringEquals: { 'aws:PrincipalAccount': ['${aws:ResourceAccount}'] },
    }),
    allow('arn:aws:s3:::aws-quicksetup-patchpolicy-*', `s3:GetObject`, {
      StringEquals: { 'aws:PrincipalOrgID': ['${aws:ResourceOrgID}'] },
    }),
  ],
  CloudWatchAgentServerPolicy: [
    allow(
      '*',
      `cloudwatch:PutMetricData ec2:DescribeVolumes ec2:DescribeTags logs:PutLogEvents
      logs:PutRetentionPolicy logs:DescribeLogStreams logs:DescribeLogGroups logs:CreateLogStream
      logs:CreateLogGroup xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules
      xray:GetSamplingTargets xray:GetSamplingStatisticSummaries`,
    ),
    allow('arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*', `ssm:GetParameter`),
  ],
};
