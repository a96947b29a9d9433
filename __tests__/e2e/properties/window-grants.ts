import type { InputSet } from './draw';
import { grant, partitionOf, strings, text } from './grants';
import type { Grant } from './grants';

const each = (actions: readonly string[], ...resources: readonly string[]): Grant[] =>
  actions.flatMap((action) => resources.map((resource) => grant(action, resource)));

const WITHOUT_RESOURCE = [
  'ssm:CancelCommand',
  'ssm:ListCommands',
  'ssm:ListCommandInvocations',
  'ssm:GetCommandInvocation',
  'ssm:DescribeInstanceInformation',
  'resource-groups:ListGroups',
  'tag:GetResources',
];

/** ARNs of any region, of an account or of AWS. */
type Arn = (service: string, owner: string, resource: string) => string;

/** What tasks of windows may do. */
export function windowGrants(inputs: InputSet, account: string): Grant[] {
  const partition = partitionOf(inputs);
  const arn: Arn = (service, owner, resource) =>
    `arn:${partition}:${service}:*:${owner}:${resource}`;
  const name = text(inputs.role_name, 'SSMMaintenanceWindowRole');
  const itself = `arn:${partition}:iam::${account}:role${text(inputs.path, '/')}${name}`;
  const toSsm = { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } };
  const machines = strings(inputs.state_machine_arns);
  const executions = machines.map((one) => `${one.replace(':stateMachine:', ':execution:')}:*`);
  return [
    ...(inputs.run_command === false ? [] : commandGrants(arn, account, partition)),
    ...(inputs.automation === true ? automationTaskGrants(arn, account) : []),
    ...each(['lambda:InvokeFunction'], ...strings(inputs.lambda_function_arns)),
    ...each(['states:StartExecution'], ...machines),
    ...each(['states:DescribeExecution'], ...executions),
    ...[itself, ...strings(inputs.pass_role_arns)].map((role) =>
      grant('iam:PassRole', role, toSsm),
    ),
  ];
}

const commandGrants = (arn: Arn, account: string, partition: string): Grant[] => [
  ...each(
    ['ssm:SendCommand'],
    arn('ssm', account, 'document/*'),
    arn('ssm', '', 'document/*'),
    arn('ec2', account, 'instance/*'),
    arn('ssm', account, 'managed-instance/*'),
    `arn:${partition}:s3:::*`,
  ),
  ...each(WITHOUT_RESOURCE, '*'),
  ...each(['ssm:ListTagsForResource'], arn('ssm', account, '*')),
  ...each(['resource-groups:ListGroupResources'], arn('resource-groups', account, 'group/*')),
  ...each(
    ['ssm:GetParameters'],
    arn('ssm', account, 'parameter/*'),
    arn('ssm', '', 'parameter/aws/*'),
  ),
];

function automationTaskGrants(arn: Arn, account: string): Grant[] {
  const executions = arn('ssm', account, 'automation-execution/*');
  const runbooks = [account, ''].map((owner) => arn('ssm', owner, 'document/*'));
  return [
    ...each(['ssm:StartAutomationExecution'], ...runbooks, executions),
    ...each(['ssm:GetAutomationExecution'], executions),
  ];
}

/** What publishing to topics takes. */
export const notificationGrants = (inputs: InputSet): Grant[] => [
  ...each(['sns:Publish'], ...strings(inputs.topic_arns)),
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], ...strings(inputs.kms_key_arns)),
];
