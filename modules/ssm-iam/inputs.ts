import { input } from '../../generator/inputs';
import type { Input, Sample } from '../../generator/inputs';
import { matches } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from '../iam/aws-pages';
import { corePermissionInputs } from '../iam/core-permissions';
import { path } from '../iam/names';
import { accountIdInput, partitionInput } from '../iam/partition';
import { s3Inputs } from '../iam/s3-inputs';
import { tagsInput } from '../iam/tags';
import * as samples from './samples';

/** Leaves room for every default name within the 64 characters of a role's name. */
const LONGEST_PREFIX = 32;

/** Of what both roles of managed nodes get. */
const UNUSED = 'Ignored unless a node role is created.';

const nobody: readonly string[] = [];

/** An input that modules have as well: their rules are theirs, and look at what they get. */
function passedOn<T, Required extends boolean, Nullable extends boolean>(
  declared: Input<T, Required, Nullable>,
  details: { readonly description?: string; readonly samples: readonly Sample<NoInfer<T>>[] },
): Input<T, Required, Nullable> {
  return { ...declared, rules: [], ...details };
}

export const inputs = {
  instanceProfile: input.withDefault(type.bool, false, {
    description: 'Create the role of EC2 instances, in an instance profile.',
  }),
  hybridServiceRole: input.withDefault(type.bool, false, {
    description: 'Create the role of servers and VMs outside EC2 (hybrid activations).',
  }),
  automationServiceRole: input.withDefault(type.bool, false, {
    description: 'Create the role that Automation assumes to run runbooks.',
  }),
  automationGroups: input.withDefault(type.set(type.string), nobody, {
    description:
      'Names of groups whose users may run automations with the role of `automation_service_role`.',
    samples: samples.automationGroups,
  }),
  automationRoles: input.withDefault(type.set(type.string), nobody, {
    description: 'Names of roles that may run automations in the same way.',
    samples: samples.automationRoles,
  }),
  automationPassesInstanceRole: input.withDefault(type.bool, false, {
    description:
      'Let runbooks pass the role of `instance_profile` to EC2. Runbooks that launch instances need this.',
    samples: samples.automationPassesInstanceRole,
  }),
  automationAdministrationRole: input.withDefault(type.bool, false, {
    description:
      'Create the role with which Automation runs runbooks in other accounts. For the central account.',
    samples: samples.automationAdministrationRole,
  }),
  automationAdministrationAccountId: input.nullable(type.string, {
    description:
      'ID of the central account. Create the role that its Automation assumes in this account. Null creates none.',
    samples: samples.automationAdministrationAccountId,
  }),
  defaultHostManagement: input.withDefault(type.bool, false, {
    description:
      "Create the role of Default Host Management Configuration, and turn the configuration on in the provider's region.",
    samples: samples.defaultHostManagement,
  }),
  maintenanceWindowRole: input.withDefault(type.bool, false, {
    description:
      'Create the service role of maintenance windows. It may pass the role of `notification_topic_arns`.',
    samples: samples.maintenanceWindowRole,
  }),
  notificationTopicArns: input.withDefault(type.set(type.string), nobody, {
    description:
      'ARNs of SNS topics. Create the role with which Run Command and maintenance windows notify them. For encrypted topics, call `notification-role`.',
    samples: samples.notificationTopicArns,
  }),
  regions: passedOn(s3Inputs.regions, {
    description: `Regions whose AWS-owned buckets nodes may read. Needed only where S3 is reached through a VPC endpoint. ${UNUSED}`,
    samples: samples.regions,
  }),
  s3Buckets: passedOn(s3Inputs.s3Buckets, {
    description: `Buckets of your own that nodes read scripts and patch lists from, or write output to. ${UNUSED}`,
    samples: samples.s3Buckets,
  }),
  cloudwatchAgent: passedOn(corePermissionInputs.cloudwatchAgent, {
    description: `Attach CloudWatchAgentServerPolicy, for nodes that run the CloudWatch agent. ${UNUSED}`,
    samples: samples.cloudwatchAgent,
  }),
  directoryService: passedOn(corePermissionInputs.directoryService, {
    description: `Attach AmazonSSMDirectoryServiceAccess, for nodes that join a Microsoft AD directory. ${UNUSED}`,
    samples: samples.directoryService,
  }),
  namePrefix: input.withDefault(type.string, '', {
    description:
      'Prefix of the names of roles, managed policies and the instance profile. Roles that AWS knows by name keep their names.',
    rules: [
      matches({
        pattern: '^[\\w+=,.@-]*$',
        refused: 'our team ',
        longest: LONGEST_PREFIX,
        code: 'NamePrefix',
        must: `must be at most ${LONGEST_PREFIX} letters, digits and _+=,.@-`,
        remedy: 'give what names begin with, not an ARN or path',
        see: awsPage.createRole,
      }),
    ],
    samples: samples.namePrefix,
  }),
  path: input.withDefault(type.string, '/', {
    description:
      'Path of roles, policies and the instance profile, except roles that AWS knows by name. Must begin and end with `/`.',
    rules: [path],
    samples: samples.path,
  }),
  permissionsBoundary: input.nullable(type.string, {
    description: 'ARN of the permissions boundary of each role. Null sets none.',
    samples: samples.permissionsBoundary,
  }),
  tags: passedOn(tagsInput.tags, { samples: samples.tags }),
  partition: passedOn(partitionInput.partition, { samples: samples.partition }),
  accountId: passedOn(accountIdInput.accountId, { samples: samples.accountId }),
};

export type RootInput = keyof typeof inputs;
