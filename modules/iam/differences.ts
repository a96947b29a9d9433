import type { Difference } from '../../generator/cases';
import { awsPage } from './aws-pages';

/** Where several modules do otherwise than the AWS guide. */
export const differs = {
  narrowCore: {
    page: 'Older editions attach AmazonEC2RoleforSSM.',
    module: 'AmazonSSMManagedInstanceCore, unless `core_policy` says otherwise.',
    why: 'AmazonSSMManagedInstanceCore replaces AmazonEC2RoleforSSM, which AWS says not to use: it reads and writes every S3 bucket.',
    see: awsPage.managedPolicies,
  },
  ownersAclOnly: {
    page: 'The policy for your bucket has s3:PutObjectAcl, for any ACL.',
    module: 'Only with `cross_account`, and only for the ACL `bucket-owner-full-control`.',
    why: 's3:PutObjectAcl is granted only with `cross_account`, which is what the page says it is for, and only for the ACL that SSM Agent sends: with another ACL a node could make objects public. A policy of your own can grant more.',
    see: awsPage.instanceProfile,
  },
  listsToRead: {
    page: 'The policy for your bucket has no s3:ListBucket.',
    module: 'Where the bucket is read, limited to `prefix` if set; `list = false` leaves it out.',
    why: 's3:ListBucket is granted where a bucket is read. Another AWS page requires it: aws:downloadContent lists what it downloads.',
    see: awsPage.s3Integration,
  },
  keysThroughS3: {
    page: 'For a bucket with a KMS key, AWS requires KMS actions on that key.',
    module: 'Only in calls that S3 makes for the role (`kms:ViaService`).',
    why: 'A key may encrypt more than a bucket. AmazonSSMManagedInstanceCore reads every parameter, so without this condition a node could decrypt each SecureString under the key.',
    see: awsPage.kmsForS3,
  },
  registersItsKind: {
    page: 'ssm:UpdateInstanceInformation is allowed on everything.',
    module: 'On instances of EC2, or on hybrid nodes, whichever have the role.',
    why: 'IAM can limit ssm:UpdateInstanceInformation to one kind of node, so it is.',
    see: awsPage.systemsManagerActions,
  },
  namedLogGroups: {
    page: 'The four actions of CloudWatch Logs are allowed on everything.',
    module: 'On the log groups in `session_log_group_arns`; logs:DescribeLogGroups on everything.',
    why: 'Nodes write session logs to the log groups that are named, and to no others. IAM allows logs:DescribeLogGroups on everything only.',
    see: awsPage.sessionLogs,
  },
  namedLogBuckets: {
    page: 's3:GetEncryptionConfiguration and kms:GenerateDataKey are allowed on everything.',
    module: 'On the bucket, and on the `kms_key_arn` of the bucket.',
    why: 's3:GetEncryptionConfiguration is granted on the bucket of the logs, and kms:GenerateDataKey on its key, where the page has everything.',
    see: awsPage.sessionManagerRole,
  },
  inlineSessions: {
    page: 'The permissions for Session Manager are a customer managed policy.',
    module:
      'They are the inline policy `SSMSessionManager`; those for buckets are managed policies.',
    why: 'The permissions for Session Manager are an inline policy of the role, with all that the inputs grant.',
    see: awsPage.sessionManagerRole,
  },
  pairs: {
    page: 'The policy for your bucket has every action on the bucket and on its objects.',
    module:
      's3:GetEncryptionConfiguration and s3:ListBucket on the bucket, the others on its objects.',
    why: 'The page pairs every action with the bucket and with its objects. The pairs that no call uses are not granted.',
    see: awsPage.instanceProfile,
  },
  policiesByKind: {
    page: 'One policy for S3.',
    module:
      "One for AWS's buckets, `-agent`, and one for yours, `-buckets`. Many regions need more agent policies: `-agent-2`, `-agent-3` and so on.",
    why: "AWS's buckets and yours have separate policies, because IAM allows 6,144 characters in a managed policy, about ten regions.",
    see: awsPage.quotas,
  },
  patchBuckets: {
    page: "The policy for AWS's buckets names eight families.",
    module: 'These and two more that AWS lists today; `agent_buckets` chooses.',
    why: "Patch Manager's buckets are added. AWS keeps its patching modules there today.",
    see: awsPage.agentBuckets,
  },
  snapshotNames: {
    page: 'The name of the bucket of patch baseline snapshots ends with the region.',
    module: 'In ten regions a suffix follows.',
    why: 'Another list of AWS has the suffix. AWS lists no bucket without it. For GovCloud and China AWS publishes no suffixes, so buckets that need one are left out there.',
    see: awsPage.patchBuckets,
  },
  decryptToWrite: {
    page: 'For writing to a bucket with a KMS key, AWS requires kms:GenerateDataKey.',
    module: 'kms:Decrypt too, on that key.',
    why: 'S3 decrypts the parts of a multipart upload to assemble them. This does not let the role read objects: s3:GetObject is not granted for writing.',
    see: awsPage.kmsForS3,
  },
  untriedConditions: {
    page: 'The trust policy has no condition.',
    module:
      'The same; `confused_deputy_protection = true` adds aws:SourceAccount and aws:SourceArn.',
    why: 'AWS documents these conditions for other roles only, and it is not verified that Systems Manager sends the two keys when it assumes this one.',
    see: awsPage.confusedDeputy,
  },
  ec2InChina: {
    page: 'EC2 is ec2.amazonaws.com.',
    module: 'In China ec2.amazonaws.com.cn.',
    why: 'Instances in China were seen to need EC2 by that name.',
    see: awsPage.passRole,
  },
} as const satisfies Readonly<Record<string, Difference>>;

/** Those of the S3 access policy. */
export const s3Differences: readonly Difference[] = [
  differs.policiesByKind,
  differs.pairs,
  differs.ownersAclOnly,
  differs.listsToRead,
  differs.patchBuckets,
  differs.snapshotNames,
  differs.decryptToWrite,
  differs.keysThroughS3,
];
