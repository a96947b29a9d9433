import type { IAM } from '@aws-sdk/client-iam';
import { TRUST_EC2 } from './account';

/** The pages whose blocks are run: commands, configurations and programs. */
export const PAGES = [
  'README.md',
  'docs/terraform.md',
  'docs/review.md',
  'docs/cdktf.md',
  // the app of the page before moves
  'docs/cdktn.md',
] as const;

/** What a planned block has to show, by its heading. */
export const PLANNED: Readonly<Record<string, string>> = {
  'A narrower role': 'ssmmessages:OpenDataChannel',
  'A region newer than this release':
    'arn:aws:s3:::patch-baseline-snapshot-eu-example-9-0123abcd/*',
  'Add to a role that exists':
    'module.ssm.aws_iam_role_policy_attachment.managed["CloudWatchAgentServerPolicy"]',
  'Another service that assumes the role': '"Principal":{"Service":["events.amazonaws.com"]}',
  'GovCloud and China': 'arn:aws-us-gov:s3:::aws-ssm-us-gov-west-1/*',
  'Many at once': 'module.ssm["batch"].aws_iam_role.this[0]',
  'Many regions and buckets': 'aws_iam_role_policy_attachment.logs["agent-2"]',
  'Nothing else on the role': 'aws_iam_role_policy_attachments_exclusive.locked',
  'Set up an account in one call':
    'module.account.module.automation_user_access[0].aws_iam_policy.this',
  'Take over what you have': '"importing":{"id":"WebServers"}',
  'What people get': 'module.web_sessions.aws_iam_policy.this',
  'The same account as a composition': 'module.automation_user_access.aws_iam_policy.this',
  'With depends_on': 'arn:aws:ssm:*:123456789012:*',
};

/** What a block expects in the account, by its heading: it neither creates nor destroys anything. */
export const PREPARED: Readonly<Record<string, (iam: IAM) => Promise<void>>> = {
  'Take over what you have': async (iam) => {
    const role = { RoleName: 'WebServers' };
    const profile = { InstanceProfileName: 'WebServers' };
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
    await iam.createRole({ ...role, AssumeRolePolicyDocument: JSON.stringify(TRUST_EC2) });
    await iam.attachRolePolicy({ ...role, PolicyArn });
    await iam.createInstanceProfile(profile);
    await iam.addRoleToInstanceProfile({ ...role, ...profile });
  },
};
