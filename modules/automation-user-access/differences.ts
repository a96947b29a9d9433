import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  automationsOnly: {
    page: 'Who runs automations gets AmazonSSMFullAccess.',
    module:
      'They start, stop, signal and read automations, of the runbooks in `documents` or of all; `access = "full"` attaches AmazonSSMFullAccess.',
    why: 'AmazonSSMFullAccess allows everything in Systems Manager, commands on every managed node as root among it. The page prints narrow policies today, which are what is granted.',
    see: awsPage.automationUsers,
  },
  listEverything: {
    page: 'Today it allows ssm:DescribeAutomationExecutions on executions.',
    module: 'On everything.',
    why: 'IAM knows no resource for ssm:DescribeAutomationExecutions, and allows it on everything or not at all.',
    see: awsPage.systemsManagerActions,
  },
  runbooksOfAws: {
    page: 'Today it names runbooks of one account.',
    module: 'Those of AWS, too, whose ARNs have no account.',
    why: 'Most runbooks that people start are of AWS. What another account shares is left out: it would run with your Automation role.',
    see: awsPage.automationUsers,
  },
  managedPolicy: {
    page: 'The right to pass the role is an inline policy of one user.',
    module: 'It is a managed policy.',
    why: 'The right to pass the role is a managed policy of the caller in place of an inline one, so that users, groups and roles can share it.',
    see: awsPage.automationUsers,
  },
  passToSystemsManagerOnly: {
    page: 'iam:PassRole has no condition.',
    module:
      'The role may be passed to the services in `pass_role_services` only, Systems Manager by default.',
    why: 'The role may be passed to Systems Manager and to no other service, so that the user cannot give it to an instance or a function of theirs.',
    see: awsPage.passRole,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
