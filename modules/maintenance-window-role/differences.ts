import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';

const see = awsPage.maintenanceWindows;

export const differsFromPage = {
  taskTypes: {
    page: 'The policy serves tasks of all four types. The page says which permissions can be removed.',
    module: 'Run Command tasks by default; the inputs add the other types.',
    why: 'A window gets the permissions of the task types that it runs.',
    see,
  },
  narrowCommands: {
    page: 'ssm:SendCommand is allowed on everything.',
    module:
      'On the documents of the account and of AWS, on the nodes of the account, and on buckets for the output.',
    why: 'ssm:SendCommand is granted on the kinds of resources that a command names. Documents that another account shares are left out.',
    see: awsPage.systemsManagerActions,
  },
  narrowReads: {
    page: 'ssm:GetParameters, ssm:ListTagsForResource and resource-groups:ListGroupResources are allowed on everything.',
    module: 'On what is in the account, and ssm:GetParameters on the public parameters of AWS.',
    why: 'Parameters, tags and resource groups of other accounts are not read.',
    see: awsPage.systemsManagerActions,
  },
  narrowAutomations: {
    page: 'ssm:StartAutomationExecution and ssm:GetAutomationExecution are allowed on everything.',
    module: 'On the runbooks of the account and of AWS, and on the executions of the account.',
    why: 'Automations are started from the runbooks of the account and of AWS only. Those that another account shares would run with your roles.',
    see: awsPage.systemsManagerActions,
  },
  named: {
    page: 'The policy allows every function, state machine and execution, in any account and region.',
    module: 'Those that the inputs name, and the executions of these state machines.',
    why: 'Functions and state machines are named, as the page suggests.',
    see,
  },
  twoPages: {
    page: 'The page for the AWS CLI leaves out ssm:DescribeInstanceInformation.',
    module: 'It is allowed with `run_command`, as on the page for the console.',
    why: 'The two pages of AWS print different policies. The longer one is granted: it lists the nodes.',
    see: awsPage.maintenanceWindowsCli,
  },
  otherPolicy: {
    page: 'The page on notifications attaches AmazonSSMMaintenanceWindowRole.',
    module: 'It is not attached.',
    why: 'The policy of the module has more of what tasks need, and names what they may reach: AmazonSSMMaintenanceWindowRole reaches only functions and state machines named `SSM*`, and lacks iam:PassRole.',
    see: awsPage.notifications,
  },
  passToSystemsManagerOnly: {
    page: 'iam:PassRole on the role of the notifications has no condition. The text says that the role is passed to Amazon SNS.',
    module: 'The roles in `pass_role_arns` may be passed to Systems Manager only.',
    why: 'The role is passed in a call to Systems Manager, and the policy that the page prints for people names that service. Whether a maintenance window passes it in the same way is not verified.',
    see: awsPage.notifications,
  },
  inlinePolicy: {
    page: 'The permissions are a customer managed policy.',
    module: 'They are the inline policy `SSMMaintenanceWindowPermissions` of the role.',
    why: 'No other role needs this policy. The module uses its name, so `inline_policies` must not use it.',
    see,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  ...Object.values(differsFromPage),
  { ...differs.untriedConditions, see },
];
