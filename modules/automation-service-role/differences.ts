import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';

export const differsFromPage = {
  noInstanceProfile: {
    page: 'The console makes an instance profile together with the role.',
    module: 'None is made.',
    why: 'The console adds an instance profile to every role that it makes for EC2. Automation does not use it, so the module makes none.',
    see: awsPage.automation,
  },
  guardedTrust: {
    page: 'Older editions trust Systems Manager without a condition.',
    module: 'On behalf of your own account only; `confused_deputy_protection` turns it off.',
    why: 'The trust has the conditions against the confused deputy, which AWS prints today: no other account can have Automation use the role.',
    see: awsPage.confusedDeputy,
  },
  noEc2: {
    page: 'Older editions trust EC2 as well.',
    module: 'Only if `trusted_services` names it.',
    why: 'EC2 is not trusted, which AWS took out of the page in 2020: an instance with the role could do all that Automation can.',
    see: awsPage.automation,
  },
  passToEc2Only: {
    page: 'iam:PassRole has no condition.',
    module:
      'The roles in `pass_role_arns` may be passed to the services in `pass_role_services` only, EC2 by default.',
    why: 'The role of an instance profile may be passed to EC2 and to no other service, so that a runbook cannot hand its permissions to, say, a Lambda function.',
    see: awsPage.passRole,
  },
  passItselfToSystemsManagerOnly: {
    page: "The role's right to pass itself has no condition.",
    module:
      'It may pass itself to the services in `pass_itself_to_services` only, Systems Manager by default.',
    why: 'The role may pass itself to Systems Manager and to no other service, which is all that starting another runbook takes: a runbook cannot give its permissions to, say, a Lambda function.',
    see: awsPage.passRole,
  },
  namedAlarms: {
    page: 'cloudwatch:DescribeAlarms and ssm:StopAutomationExecution on everything.',
    module:
      'cloudwatch:DescribeAlarms on the alarms in `cloudwatch_alarm_arns`, ssm:StopAutomationExecution on the executions of the account.',
    why: 'IAM can limit both actions, to alarms and to executions. That Automation reads the alarm by its name alone, which these ARNs allow, is not verified in a live account.',
    see: awsPage.cloudwatchActions,
  },
  onePolicy: {
    page: 'iam:PassRole is an inline policy with a name of your choice.',
    module:
      'It is in the inline policy `SSMAutomationPermissions`, with everything that the inputs grant.',
    why: 'One policy that is always there needs no count, so ARNs that are unknown until apply can be planned. Its name is taken, and refused in `inline_policies`.',
    see: awsPage.automation,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  ...Object.values(differsFromPage),
  differs.ec2InChina,
];
