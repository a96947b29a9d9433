import { hybridServiceRole } from '../../../modules/hybrid-service-role/module';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(hybridServiceRole);

test('the module is named and explained', () => {
  expect(hybridServiceRole).toMatchObject({
    name: 'hybrid-service-role',
    awsPage:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html',
  });
});

test('the outputs are these', () => {
  expect(outputTable(emitted)).toEqual({
    role_name: '${aws_iam_role.this.name}',
    role_arn: '${aws_iam_role.this.arn}',
    role_unique_id: '${aws_iam_role.this.unique_id}',
    activation_role_name:
      '${trimprefix("${aws_iam_role.this.path}${aws_iam_role.this.name}", "/")}',
    attached_policy_arns:
      '${merge({ for policy in aws_iam_policy.s3 : policy.name => policy.arn }, local.attached_policy_arns)}',
    s3_policy_names: '${values(aws_iam_policy.s3)[*].name}',
    s3_policy_arns: '${values(aws_iam_policy.s3)[*].arn}',
    s3_policy_documents: '${values(aws_iam_policy.s3)[*].policy}',
  });
});

test('the floors are these', () => {
  expect(emitted.versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.72.0' } },
  });
});
