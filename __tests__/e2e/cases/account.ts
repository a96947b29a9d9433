/** The account of the emulator, and the ARNs of AWS in it. */
export const ACCOUNT = '123456789012';

export const awsPolicy = (path: string): string => `arn:aws:iam::aws:policy/${path}`;
export const ownPolicy = (path: string): string => `arn:aws:iam::${ACCOUNT}:policy/${path}`;

/** The account that starts automations in the one of the emulator. */
export const CENTRAL_ACCOUNT = '210987654321';

/** The trust policy that AWS prints for EC2. */
export const TRUST_EC2 = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

/** Buckets of a region, as objects that may be read. */
export const bucketObjects = (names: readonly string[]): string[] =>
  names.map((name) => `arn:aws:s3:::${name}/*`);

/** Where automation-user-access names no runbook: any of the account, and any of AWS. */
export const START_ANY_RUNBOOK = [
  {
    Sid: 'StartAnyOwnRunbook',
    Effect: 'Allow',
    Action: 'ssm:StartAutomationExecution',
    Resource: `arn:aws:ssm:*:${ACCOUNT}:document/*`,
  },
  {
    Sid: 'StartAnyRunbookOfAws',
    Effect: 'Allow',
    Action: 'ssm:StartAutomationExecution',
    Resource: 'arn:aws:ssm:*::document/*',
  },
];

/**
 * What else people who run automations may do.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-identity-based-policies.html
 */
export const RUN_AUTOMATIONS = [
  {
    Sid: 'RunAutomations',
    Effect: 'Allow',
    Action: [
      'ssm:StartAutomationExecution',
      'ssm:StopAutomationExecution',
      'ssm:GetAutomationExecution',
      'ssm:DescribeAutomationStepExecutions',
      'ssm:SendAutomationSignal',
    ],
    Resource: `arn:aws:ssm:*:${ACCOUNT}:automation-execution/*`,
  },
  {
    Sid: 'ListAutomations',
    Effect: 'Allow',
    Action: 'ssm:DescribeAutomationExecutions',
    Resource: '*',
  },
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
  { Action: 'ssm:SendCommand', Resource: `arn:aws:ssm:*:${ACCOUNT}:document/*` },
  { Action: 'ssm:SendCommand', Resource: 'arn:aws:ssm:*::document/*' },
  { Action: 'ssm:SendCommand', Resource: `arn:aws:ec2:*:${ACCOUNT}:instance/*` },
  { Action: 'ssm:SendCommand', Resource: `arn:aws:ssm:*:${ACCOUNT}:managed-instance/*` },
  { Action: 'ssm:SendCommand', Resource: 'arn:aws:s3:::*' },
  {
    Action: [
      'ssm:CancelCommand',
      'ssm:ListCommands',
      'ssm:ListCommandInvocations',
      'ssm:GetCommandInvocation',
    ],
    Resource: '*',
  },
  {
    Action: ['ssm:DescribeInstanceInformation', 'resource-groups:ListGroups', 'tag:GetResources'],
    Resource: '*',
  },
  { Action: 'ssm:ListTagsForResource', Resource: `arn:aws:ssm:*:${ACCOUNT}:*` },
  {
    Action: 'resource-groups:ListGroupResources',
    Resource: `arn:aws:resource-groups:*:${ACCOUNT}:group/*`,
  },
  { Action: 'ssm:GetParameters', Resource: `arn:aws:ssm:*:${ACCOUNT}:parameter/*` },
  { Action: 'ssm:GetParameters', Resource: 'arn:aws:ssm:*::parameter/aws/*' },
];
