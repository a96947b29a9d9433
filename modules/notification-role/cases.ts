import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { NotificationRoleProps } from './inputs';

const topicArns = ['arn:aws:sns:us-east-2:123456789012:notices'];

export const createRole: Case<NotificationRoleProps> = {
  title: 'The role',
  text: 'Name the topics. In a task of a maintenance window, this role is `service_role_arn` of `run_command_parameters`, beside `notification_config`; `service_role_arn` of the task is the role of the window.',
  procedure: 'To create an IAM service role for Amazon SNS notifications',
  see: awsPage.notifications,
  inputs: { topicArns },
  differs: [differs.inlinePolicy],
};

export const encrypted: Case<NotificationRoleProps> = {
  title: 'Encrypted topics',
  text: 'Name the KMS keys of the topics too.',
  procedure: 'To create a custom IAM policy for Amazon SNS notifications',
  see: awsPage.notifications,
  inputs: {
    topicArns,
    kmsKeyArns: ['arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
  },
  differs: [],
};

export const cases = [createRole, encrypted];
