/** README section of a module that makes policies only: Terraform cannot take over an existing one. */
export const EXISTING_POLICY: readonly string[] = [
  '## Take over what exists',
  'Do not import a policy that somebody created by the AWS guide. IAM changes neither the name nor the description of a policy, so Terraform would replace it. Instead, give the module a `policy_name` that is not in use, apply, and check that access works. Then detach and delete the old policy.',
];
