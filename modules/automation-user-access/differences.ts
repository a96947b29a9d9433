import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  automationsOnly: {
    page: 'People who run automations get AmazonSSMFullAccess.',
    module:
      'They start the runbooks in `documents`, or all runbooks of AWS and of the account. They stop, signal and read every execution in the account. `access = "full"` attaches AmazonSSMFullAccess.',
    why: 'AmazonSSMFullAccess allows everything in Systems Manager, including commands as root on every managed node. Today the page prints narrow policies, and the module grants these.',
    see: awsPage.automationUsers,
  },
  listEverything: {
    page: 'Today it allows ssm:DescribeAutomationExecutions on executions.',
    module: 'On everything.',
    why: 'IAM defines no resource type for ssm:DescribeAutomationExecutions, so it can only be allowed on everything.',
    see: awsPage.systemsManagerActions,
  },
  runbooksOfAws: {
    page: 'Today it names runbooks of one account.',
    module: 'Runbooks of AWS are allowed too. Their ARNs have no account.',
    why: 'Most runbooks that people start are owned by AWS. Runbooks that another account shares are left out: they would run with your Automation role.',
    see: awsPage.automationUsers,
  },
  managedPolicy: {
    page: 'The right to pass the role is an inline policy of one user.',
    module: 'It is a managed policy.',
    why: 'The right to pass the role is a customer managed policy instead of an inline one, so that users, groups and roles can share it.',
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
