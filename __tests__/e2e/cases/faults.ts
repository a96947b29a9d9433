import { allow, written } from './statements';

const INLINE = written(allow('s3:GetObject', 'arn:aws:s3:::own/*'));

/** Each kind of thing that IAM makes for a node's role: roles, a policy, a profile, an inline policy, attachments. */
export const modules = (folder: string): Record<string, object> => ({
  hybrid: {
    source: `${folder}/hybrid-service-role`,
    regions: ['us-east-2'],
    inline_policies: { own: INLINE },
    tags: { owner: 'ops' },
  },
  profile: { source: `${folder}/instance-profile` },
});

/** What IAM makes once and refuses to make again: where it is in the modules, and what it is called in IAM. */
export const createdOnce: readonly { readonly to: string; readonly id: string }[] = [
  { to: 'module.hybrid.aws_iam_role.this', id: 'SSMServiceRole' },
  {
    to: 'module.hybrid.aws_iam_policy.s3["agent"]',
    id: 'arn:aws:iam::123456789012:policy/SSMServiceRoleS3Policy-agent',
  },
  { to: 'module.profile.aws_iam_role.this[0]', id: 'SSMInstanceProfile' },
  { to: 'module.profile.aws_iam_instance_profile.this[0]', id: 'SSMInstanceProfile' },
];
