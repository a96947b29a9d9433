import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  noValues: {
    page: 'Every ssm:Get action is allowed.',
    module:
      'All but ssm:GetParameter, ssm:GetParameters, ssm:GetParametersByPath, ssm:GetParameterHistory and ssm:GetAccessToken, each by its name.',
    why: 'Seeing how something is set up does not require its secrets. The first four actions return parameter values. ssm:GetAccessToken returns a token that opens sessions on nodes. To let people read some parameters, call parameter-store-access.',
    see: awsPage.consoleAccess,
  },
  instances: {
    page: 'Of EC2, read-only operators get ec2:DescribeRegions.',
    module: 'ec2:DescribeInstances and ec2:DescribeInstanceStatus too.',
    why: 'The consoles show names and states of instances, and AWS prints the two for operators. Whether a console needs more of EC2 was not tried with a live account.',
    see: awsPage.consoleAccess,
  },
  systemsManagerOnly: {
    page: 'Read-only operators also read Quick Setup, CloudFormation, AWS Organizations, IAM roles, and the buckets of node diagnosis. Operators run that diagnosis too.',
    module: 'Systems Manager, and what the consoles read of EC2.',
    why: 'Only the unified console uses the others. To use it, give people the policies of the page as well.',
    see: awsPage.consoleAccess,
  },
  policyOfAws: {
    page: 'Operators get every action of Systems Manager in a policy of their own.',
    module: 'With `access = "full"` they get AmazonSSMFullAccess.',
    why: 'AmazonSSMFullAccess allows every action of Systems Manager, and AWS maintains it. It allows everything in CloudWatch Logs as well.',
    see: awsPage.managedPolicies,
  },
  namedRoles: {
    page: 'Operators may pass the roles of node diagnosis and remediation.',
    module: 'They may pass the roles in `pass_role_arns`, to Systems Manager only.',
    why: 'AmazonSSMFullAccess has no iam:PassRole. Which roles people need depends on their tasks.',
    see: awsPage.passRole,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
