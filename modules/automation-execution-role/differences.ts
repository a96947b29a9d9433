import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  trustByName: {
    page: 'The trust names the Administration role as the principal.',
    module: 'It names the account, and the role in a condition on aws:PrincipalArn.',
    why: 'If a trust policy names a role as its principal, IAM stores the unique ID of that role. Such a policy cannot be created before the Administration role, and stops working if that role is deleted and created again.',
    see: awsPage.principalKeys,
  },
  organizationOnRequest: {
    page: 'A second template has aws:PrincipalOrgID.',
    module: 'Only with `organization_id`.',
    why: 'One module replaces both templates.',
    see: awsPage.automationAccounts,
  },
  guardedTrust: {
    page: "Copies of AWS's template trust Systems Manager with and without conditions.",
    module:
      'On behalf of this account only. `confused_deputy_protection = false` removes the conditions.',
    why: 'The trust has the conditions against the confused deputy that AWS prints for Automation. Whether executions in a target account send the ID of that account was not tested with a live account.',
    see: awsPage.confusedDeputy,
  },
  passItselfToSystemsManagerOnly: {
    page: "The role's right to pass itself has no condition.",
    module: 'It may pass itself to Systems Manager only.',
    why: 'Starting an automation takes no more. A runbook cannot give the permissions of the role to, say, a Lambda function.',
    see: awsPage.passRole,
  },
  groupsOfTheAccount: {
    page: 'resource-groups:ListGroupResources on everything.',
    module: 'On the resource groups of the account.',
    why: 'The targets of an automation are in the account in which it runs.',
    see: awsPage.resourceGroupsActions,
  },
  noAlarms: {
    page: 'Executions that monitor CloudWatch alarms need cloudwatch:DescribeAlarms in each target account.',
    module: 'Grant it with `inline_policies`.',
    why: 'Few automations monitor alarms. ssm:StopAutomationExecution, which they need too, is in AmazonSSMAutomationRole.',
    see: awsPage.automationAlarms,
  },
  templateUnseen: {
    page: 'A CloudFormation template for download.',
    module: 'The role as public copies of the template have it.',
    why: "The guide prints no policies for this role. Trust, policies and names are those of public copies of AWS's templates; the current downloads were not compared.",
    see: awsPage.automationAccounts,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
