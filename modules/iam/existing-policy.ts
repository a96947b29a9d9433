/** README section of a module that creates only policies: Terraform cannot take over an existing one. */
export const EXISTING_POLICY: readonly string[] = [
  '## Take over what exists',
  'Do not import a policy that was created by following the AWS guide. The name and description of an IAM policy cannot be changed, so Terraform would replace it. Instead, give the module a `policy_name` that is not in use, apply, and check that access works. Then detach and delete the old policy.',
];
