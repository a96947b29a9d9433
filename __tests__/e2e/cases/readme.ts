/** What a planned block of the README has to show, by its heading. */
export const PLANNED: Readonly<Record<string, string>> = {
  'Do you need an instance profile?': 'ssmmessages:OpenDataChannel',
  'Set up an account in one call':
    'module.account.module.automation_user_access[0].aws_iam_policy.pass_role',
  'The same account as a composition': 'module.automation_user_access.aws_iam_policy.pass_role',
  'Many regions and buckets': 'aws_iam_role_policy_attachment.logs["agent-2"]',
  'A region newer than this release':
    'arn:aws:s3:::patch-baseline-snapshot-eu-example-9-0123abcd/*',
  'Nothing else on the role': 'module.locked.aws_iam_role_policy_attachments_exclusive.this[0]',
  'GovCloud and China': 'arn:aws-us-gov:s3:::aws-ssm-us-gov-west-1/*',
  'Another service that assumes the role': '"Principal":{"Service":["events.amazonaws.com"]}',
  'Many at once': 'module.ssm["batch"].aws_iam_role.this[0]',
  'With depends_on': 'arn:aws:ssm:*:123456789012:*',
};
