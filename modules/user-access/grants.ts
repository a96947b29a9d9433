import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { PEOPLE } from '../iam/people';
import { allows, always, is, isNotEmpty } from '../iam/permissions/model';
import { ACCESS } from './inputs';

/** All that read with Get, but those that return values of parameters, and access tokens to nodes. */
const GETS = [
  'ssm:GetAutomationExecution',
  'ssm:GetCalendar',
  'ssm:GetCalendarState',
  'ssm:GetCloudConnector',
  'ssm:GetCommandInvocation',
  'ssm:GetConnectionStatus',
  'ssm:GetDefaultPatchBaseline',
  'ssm:GetDeployablePatchSnapshotForInstance',
  'ssm:GetDocument',
  'ssm:GetExecutionPreview',
  'ssm:GetInventory',
  'ssm:GetInventorySchema',
  'ssm:GetMaintenanceWindow',
  'ssm:GetMaintenanceWindowExecution',
  'ssm:GetMaintenanceWindowExecutionTask',
  'ssm:GetMaintenanceWindowExecutionTaskInvocation',
  'ssm:GetMaintenanceWindowTask',
  'ssm:GetManifest',
  'ssm:GetOpsItem',
  'ssm:GetOpsMetadata',
  'ssm:GetOpsSummary',
  'ssm:GetPatchBaseline',
  'ssm:GetPatchBaselineForPatchGroup',
  'ssm:GetResourcePolicies',
  'ssm:GetServiceSetting',
] as const;

export const fullAccess = attaches(
  {
    policy: 'AmazonSSMFullAccess',
    when: [is('access', ACCESS.full)],
    reason:
      'Allows everything in Systems Manager and CloudWatch Logs, including commands and sessions: root on every managed node. It does not include iam:PassRole.',
    see: awsPage.managedPolicies,
  },
  PEOPLE,
  'aws_iam_user_policy_attachment.full_access',
);

export const readOnlyOfAws = attaches(
  {
    policy: 'AmazonSSMReadOnlyAccess',
    when: [is('access', ACCESS.awsReadOnly)],
    reason:
      'Allows every Describe, Get and List of Systems Manager. That includes the value of every parameter and access tokens of just-in-time node access.',
    see: awsPage.managedPolicies,
  },
  PEOPLE,
  'aws_iam_user_policy_attachment.aws_read_only',
);

const inPolicy = { address: 'aws_iam_policy.this', granted_to: PEOPLE };
const reads = { ...inPolicy, when: [is('access', ACCESS.readOnly)], see: awsPage.consoleAccess };

/** The policy that the module writes itself. */
export const own = [
  allows({
    ...reads,
    id: 'read',
    actions: always('ssm:Describe*', 'ssm:List*', ...GETS),
    resources: always('*'),
    reason:
      'Shows everything in Systems Manager: nodes, documents, commands and their output, automations, patches and settings. Describe and List return no parameter values, and the Get actions that return them are not allowed. The star matches every resource, because readers are not limited to some of them.',
  }),
  allows({
    ...reads,
    id: 'read_instances',
    actions: always('ec2:DescribeInstances', 'ec2:DescribeInstanceStatus', 'ec2:DescribeRegions'),
    resources: always('*'),
    reason:
      'The console shows names and states of EC2 instances, and a list of regions. IAM defines no resource type for these actions.',
  }),
  allows({
    ...inPolicy,
    id: 'pass_roles',
    when: [isNotEmpty('pass_role_arns')],
    actions: always('iam:PassRole'),
    resources: [{ text: '${each.value}', for_each: 'pass_role_arns' }],
    conditions: [
      {
        operator: 'StringEquals',
        key: 'iam:PassedToService',
        values: always('ssm.amazonaws.com'),
      },
    ],
    reason:
      'To register a task or to ask for notifications with a role, a person must be allowed to pass that role to Systems Manager. They may pass it to no other service.',
    see: awsPage.passRole,
  }),
];

/** All that the users, groups and roles can be given, and by which input. */
export const grants = [fullAccess, readOnlyOfAws, ...own];
