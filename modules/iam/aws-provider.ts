import type { ProviderRequirement } from '../../generator/module';

/**
 * The AWS provider, and the releases that brought what the modules use.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md
 */
export const awsProvider: ProviderRequirement = {
  name: 'aws',
  source: 'hashicorp/aws',
  oldest: { feature: 'plugin protocol 5', since: '2.7.0' },
  features: [
    { feature: 'aws_iam_instance_profile.tags', since: '3.34.0' },
    { feature: 'aws_iam_policy.tags', since: '3.35.0' },
    // it came with 4.24.0, but up to 4.34.0 the provider can crash when it reads one
    { feature: 'aws_ssm_service_setting', since: '4.35.0' },
  ],
  mocks: {
    aws_caller_identity: { account_id: '123456789012' },
    aws_partition: { partition: 'aws' },
  },
};
