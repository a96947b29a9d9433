import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { MaintenanceWindowRoleProps } from './inputs';

/** On both pages. */
const NARROWER = [
  differs.narrowCommands,
  differs.narrowReads,
  differs.narrowAutomations,
  differs.named,
  differs.inlinePolicy,
];

export const createRole: Case<MaintenanceWindowRoleProps> = {
  title: 'The role',
  text: 'The role for Run Command tasks, such as patching. Give it to each task of the window: in Terraform, `service_role_arn` of `aws_ssm_maintenance_window_task`. Without it, Systems Manager uses its service-linked role.',
  procedure: 'To create a custom service role for maintenance windows using the console',
  see: awsPage.maintenanceWindows,
  inputs: {},
  toTheLetter: { automation: true },
  differs: [differs.taskTypes, ...NARROWER],
};

export const allTypes: Case<MaintenanceWindowRoleProps> = {
  title: 'Tasks of all four types',
  text: 'Name the functions and state machines. Grant the actions of the runbooks in a policy of your own, or in a role that the runbooks assume.',
  procedure: 'Create a custom service role for maintenance windows using the AWS CLI',
  see: awsPage.maintenanceWindowsCli,
  inputs: {
    automation: true,
    lambdaFunctionArns: ['arn:aws:lambda:us-east-2:123456789012:function:restart'],
    stateMachineArns: ['arn:aws:states:us-east-2:123456789012:stateMachine:rotate'],
  },
  differs: [...NARROWER, differs.twoPages],
};

export const notifications: Case<MaintenanceWindowRoleProps> = {
  title: 'Tasks that send notifications',
  text: 'Name the role that publishes to SNS, which `notification-role` creates. The window passes it to Systems Manager only.',
  procedure: 'To attach the iam:PassRole policy to your Maintenance Windows role',
  see: awsPage.notifications,
  inputs: { passRoleArns: ['arn:aws:iam::123456789012:role/SSMNotificationRole'] },
  differs: [differs.passToSystemsManagerOnly],
};

export const cases = [createRole, allTypes, notifications];
