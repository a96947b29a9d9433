import { automationServiceRole } from '../../../modules/automation-service-role/module';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(automationServiceRole);

test('the module is named and explained', () => {
  expect(automationServiceRole).toMatchObject({
    name: 'automation-service-role',
    awsPage:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
  });
});

test('the outputs are these', () => {
  expect(outputTable(emitted)).toEqual({
    role_name: '${aws_iam_role.this.name}',
    role_arn: '${aws_iam_role.this.arn}',
    role_unique_id: '${aws_iam_role.this.unique_id}',
    attached_policy_arns: '${local.attached_policy_arns}',
    policy_name: '${aws_iam_role_policy.own.name}',
    policy_document: '${aws_iam_role_policy.own.policy}',
  });
});

test('the floors are these', () => {
  expect(emitted.versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.72.0' } },
  });
});
