import { allow, allowAs, policy, trustingService } from './statements';

/** The account of the emulator, and the ARNs of AWS in it. */
export const ACCOUNT = '123456789012';

export const ownRole = (path: string): string => `arn:aws:iam::${ACCOUNT}:role/${path}`;
export const awsPolicy = (path: string): string => `arn:aws:iam::aws:policy/${path}`;
export const ownPolicy = (path: string): string => `arn:aws:iam::${ACCOUNT}:policy/${path}`;

/** The account that starts automations in the one of the emulator. */
export const CENTRAL_ACCOUNT = '210987654321';

/** The trust policy that AWS prints for EC2. */
export const TRUST_EC2 = policy(trustingService('ec2.amazonaws.com'));

/** What AWS prints in the trust policy of roles of Automation. */
export const BY_AUTOMATION = trustingService('ssm.amazonaws.com', {
  StringEquals: { 'aws:SourceAccount': ACCOUNT },
  ArnLike: { 'aws:SourceArn': `arn:aws:ssm:*:${ACCOUNT}:automation-execution/*` },
});

/** Buckets of a region, as objects that may be read. */
export const bucketObjects = (names: readonly string[]): string[] =>
  names.map((name) => `arn:aws:s3:::${name}/*`);

/** Things of Systems Manager in any region, of the account or of AWS. */
export const ownSsm = (resource: string): string => `arn:aws:ssm:*:${ACCOUNT}:${resource}`;
const ssmOfAws = (resource: string): string => `arn:aws:ssm:*::${resource}`;

const START = 'ssm:StartAutomationExecution';

/** Where automation-user-access names no runbook: any of the account, and any of AWS. */
export const START_ANY_RUNBOOK = [
  allowAs('StartAnyOwnRunbook', START, ownSsm('document/*')),
  allowAs('StartAnyRunbookOfAws', START, ssmOfAws('document/*')),
];

/**
 * What else people who run automations may do.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-identity-based-policies.html
 */
export const RUN_AUTOMATIONS = [
  allowAs(
    'RunAutomations',
    [
      START,
      'ssm:StopAutomationExecution',
      'ssm:GetAutomationExecution',
      'ssm:DescribeAutomationStepExecutions',
      'ssm:SendAutomationSignal',
    ],
    ownSsm('automation-execution/*'),
  ),
  allowAs('ListAutomations', 'ssm:DescribeAutomationExecutions', '*'),
];

/**
 * The Get actions of Systems Manager but those that return values of parameters, and access tokens.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export const READS_OF_SSM = `
  AutomationExecution Calendar CalendarState CloudConnector CommandInvocation ConnectionStatus
  DefaultPatchBaseline DeployablePatchSnapshotForInstance Document ExecutionPreview Inventory
  InventorySchema MaintenanceWindow MaintenanceWindowExecution MaintenanceWindowExecutionTask
  MaintenanceWindowExecutionTaskInvocation MaintenanceWindowTask Manifest OpsItem OpsMetadata
  OpsSummary PatchBaseline PatchBaselineForPatchGroup ResourcePolicies ServiceSetting
`
  .trim()
  .split(/\s+/)
  .map((name) => `ssm:Get${name}`);

/**
 * What tasks of type Run Command take: AWS prints these actions on everything.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
 */
export const WINDOW_COMMANDS = [
  ...[
    ownSsm('document/*'),
    ssmOfAws('document/*'),
    `arn:aws:ec2:*:${ACCOUNT}:instance/*`,
    ownSsm('managed-instance/*'),
    'arn:aws:s3:::*',
  ].map((resource) => allow('ssm:SendCommand', resource)),
  allow(
    [
      'ssm:CancelCommand',
      'ssm:ListCommands',
      'ssm:ListCommandInvocations',
      'ssm:GetCommandInvocation',
    ],
    '*',
  ),
  allow(['ssm:DescribeInstanceInformation', 'resource-groups:ListGroups', 'tag:GetResources'], '*'),
  allow('ssm:ListTagsForResource', ownSsm('*')),
  allow('resource-groups:ListGroupResources', `arn:aws:resource-groups:*:${ACCOUNT}:group/*`),
  allow('ssm:GetParameters', ownSsm('parameter/*')),
  allow('ssm:GetParameters', ssmOfAws('parameter/aws/*')),
];
