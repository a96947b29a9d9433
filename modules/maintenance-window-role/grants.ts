import { awsPage } from '../iam/aws-pages';
import { allows, always, is, isNotEmpty } from '../iam/permissions/model';
import type { StatementPermission } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { OWN_ARN } from '../iam/service-role';
import { SSM, trustsAsPrinted, trustsOthers } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const OF_ACCOUNT = 'arn:${partition}:ssm:*:${account_id}';
/** What AWS owns is in no account. */
const OF_AWS = 'arn:${partition}:ssm:*:';

const inPolicy = {
  address: 'aws_iam_role_policy.own',
  granted_to: ROLE,
  see: awsPage.maintenanceWindows,
};

/** Who may assume the role. */
export const trust = [
  ...trustsAsPrinted('run the tasks of a window', awsPage.maintenanceWindows),
  trustsOthers(),
];

/** What a switch allows: one statement for each kind of resource, so that each has its reason. */
const allowedIf =
  (input: string) =>
  (id: string, actions: readonly string[], resource: string, reason: string): StatementPermission =>
    allows({
      ...inPolicy,
      id,
      when: [is(input, true)],
      actions: always(...actions),
      resources: always(resource),
      reason,
    });

const runs = allowedIf('run_command');
const automates = allowedIf('automation');

const SEND = ['ssm:SendCommand'];
const GET_PARAMETERS = ['ssm:GetParameters'];

const commands = [
  runs(
    'run_own_documents',
    SEND,
    `${OF_ACCOUNT}:document/*`,
    'Run Command tasks run any document of the account, in any region. They run as root on the nodes.',
  ),
  runs(
    'run_documents_of_aws',
    SEND,
    `${OF_AWS}:document/*`,
    'Run Command tasks run any document of AWS, such as AWS-RunPatchBaseline. Documents that another account shares are left out.',
  ),
  runs(
    'run_on_instances',
    SEND,
    'arn:${partition}:ec2:*:${account_id}:instance/*',
    'Targets are found by tag or resource group when the window opens, so any instance of the account can be one.',
  ),
  runs(
    'run_on_managed_nodes',
    SEND,
    `${OF_ACCOUNT}:managed-instance/*`,
    'Any node of the account outside EC2 can be a target too.',
  ),
  runs(
    'name_output_bucket',
    SEND,
    'arn:${partition}:s3:::*',
    'A command may name any bucket for its output. This grants nothing in S3: the nodes write with their own role.',
  ),
  runs(
    'follow_commands',
    [
      'ssm:CancelCommand',
      'ssm:ListCommands',
      'ssm:ListCommandInvocations',
      'ssm:GetCommandInvocation',
    ],
    '*',
    'The window follows its commands and cancels them at its end. IAM defines no resource type for these actions.',
  ),
  runs(
    'find_targets',
    ['ssm:DescribeInstanceInformation', 'resource-groups:ListGroups', 'tag:GetResources'],
    '*',
    'Finds nodes by tag or resource group. IAM defines no resource type for these actions.',
  ),
  runs(
    'read_tags',
    ['ssm:ListTagsForResource'],
    `${OF_ACCOUNT}:*`,
    'Reads the tags of any Systems Manager resource of the account, in any region.',
  ),
  runs(
    'read_groups',
    ['resource-groups:ListGroupResources'],
    'arn:${partition}:resource-groups:*:${account_id}:group/*',
    'A target can be any resource group of the account, in any region. A group based on a CloudFormation stack may need `cloudformation:DescribeStacks` and `cloudformation:ListStackResources` too; grant them with `inline_policies`.',
  ),
  runs(
    'read_parameters',
    GET_PARAMETERS,
    `${OF_ACCOUNT}:parameter/*`,
    'A value of a task can name any parameter of the account. This includes each `SecureString` under the AWS managed key `aws/ssm`.',
  ),
  runs(
    'read_parameters_of_aws',
    GET_PARAMETERS,
    `${OF_AWS}:parameter/aws/*`,
    'A value of a task can also name any public parameter of AWS.',
  ),
];

const START = 'ssm:StartAutomationExecution';

/** Who starts an automation needs it on the runbook and on the execution: IAM asks about both. */
const automations = [
  automates(
    'start_own_runbooks',
    [START],
    `${OF_ACCOUNT}:document/*`,
    'Automation tasks start any runbook of the account, in any region.',
  ),
  automates(
    'start_runbooks_of_aws',
    [START],
    `${OF_AWS}:document/*`,
    'Automation tasks start any runbook of AWS. Runbooks that another account shares are left out: they would run with your roles.',
  ),
  automates(
    'run_automations',
    [START, 'ssm:GetAutomationExecution'],
    `${OF_ACCOUNT}:automation-execution/*`,
    'Each start creates an execution, and the window reads its status. The star matches every execution, because an execution has no ID before it starts.',
  ),
];

const named = [
  allows({
    ...inPolicy,
    id: 'invoke_functions',
    when: [isNotEmpty('lambda_function_arns')],
    actions: always('lambda:InvokeFunction'),
    resources: [{ text: '${each.value}', for_each: 'lambda_function_arns' }],
    reason: 'Lambda tasks invoke these functions and no others.',
  }),
  allows({
    ...inPolicy,
    id: 'start_state_machines',
    when: [isNotEmpty('state_machine_arns')],
    actions: always('states:StartExecution'),
    resources: [{ text: '${each.value}', for_each: 'state_machine_arns' }],
    reason: 'Step Functions tasks start these state machines and no others.',
  }),
  allows({
    ...inPolicy,
    id: 'follow_executions',
    when: [isNotEmpty('state_machine_arns')],
    actions: always('states:DescribeExecution'),
    resources: [{ text: '${executions(each.value)}:*', for_each: 'state_machine_arns' }],
    reason:
      'The window reads the status of any execution of these state machines. It has no name before it begins.',
  }),
];

const TO_SSM = { operator: 'StringEquals', key: 'iam:PassedToService', values: always(SSM) };
const passesRole = { ...inPolicy, actions: always('iam:PassRole'), conditions: [TO_SSM] };

const passes = [
  allows({
    ...passesRole,
    id: 'pass_itself',
    resources: always(OWN_ARN),
    reason: 'A task that starts something in Systems Manager passes the role of the window to it.',
  }),
  allows({
    ...passesRole,
    id: 'pass_others',
    when: [isNotEmpty('pass_role_arns')],
    resources: [{ text: '${each.value}', for_each: 'pass_role_arns' }],
    reason:
      'Tasks pass these roles to Systems Manager: to publish notifications of a command, or to run a runbook.',
    see: awsPage.notifications,
  }),
];

/** The inline policy that the module writes itself. */
export const own = [...commands, ...automations, ...named, ...passes];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...own, ...callersGrants(ROLE)];
