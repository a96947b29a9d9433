import { s3AccessPolicy } from '../../../modules/s3-access-policy/module';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(s3AccessPolicy);

test('the module is named and explained', () => {
  expect(s3AccessPolicy).toMatchObject({
    name: 's3-access-policy',
    awsPage:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html',
  });
});

test('the outputs are these', () => {
  expect(outputTable(emitted)).toEqual({
    policies: '${{ for kind, policy in aws_iam_policy.s3 : kind => policy.arn }}',
    policy_names: '${values(aws_iam_policy.s3)[*].name}',
    policy_arns: '${values(aws_iam_policy.s3)[*].arn}',
    policy_documents: '${values(aws_iam_policy.s3)[*].policy}',
  });
});

test('the floors are these', () => {
  expect(emitted.versions.terraform).toEqual({
    required_version: '>= 1.3.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 3.35.0' } },
  });
});
