/**
 * AWS managed policies that the guide attaches, and where they live: the path
 * after `policy/` matters, a wrong one is refused only at apply.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const MANAGED_POLICY_PATHS = {
  AmazonEC2RoleforSSM: 'service-role/AmazonEC2RoleforSSM',
  AmazonSSMAutomationRole: 'service-role/AmazonSSMAutomationRole',
  AmazonSSMDirectoryServiceAccess: 'AmazonSSMDirectoryServiceAccess',
  AmazonSSMFullAccess: 'AmazonSSMFullAccess',
  AmazonSSMManagedInstanceCore: 'AmazonSSMManagedInstanceCore',
  AWSLambdaRole: 'service-role/AWSLambdaRole',
  CloudWatchAgentServerPolicy: 'CloudWatchAgentServerPolicy',
} as const;

export type ManagedPolicy = keyof typeof MANAGED_POLICY_PATHS;

/** ARN of one managed policy as an HCL template without its quotes. */
export function managedPolicyArn(partition: string, policy: ManagedPolicy): string {
  return `arn:\${${partition}}:iam::aws:policy/${MANAGED_POLICY_PATHS[policy]}`;
}
