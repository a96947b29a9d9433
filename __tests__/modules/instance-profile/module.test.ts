import { instanceProfile } from '../../../modules/instance-profile/module';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(instanceProfile);

test('the module is named and explained', () => {
  expect(instanceProfile).toMatchObject({
    name: 'instance-profile',
    awsPage:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html',
  });
});

test('the outputs are these', () => {
  expect(outputTable(emitted)).toEqual({
    role_name: '${local.role_name}',
    role_arn: '${one(aws_iam_role.this[*].arn)}',
    role_unique_id: '${one(aws_iam_role.this[*].unique_id)}',
    attached_policy_arns:
      '${merge({ for policy in aws_iam_policy.s3 : policy.name => policy.arn }, local.attached_policy_arns)}',
    s3_policy_names: '${values(aws_iam_policy.s3)[*].name}',
    s3_policy_arns: '${values(aws_iam_policy.s3)[*].arn}',
    s3_policy_documents: '${values(aws_iam_policy.s3)[*].policy}',
    instance_profile_name: '${one(aws_iam_instance_profile.this[*].name)}',
    instance_profile_arn: '${one(aws_iam_instance_profile.this[*].arn)}',
  });
});

test('the floors are these', () => {
  expect(emitted.versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.72.0' } },
  });
});
