import { automationUserAccess } from '../../../modules/automation-user-access/module';
import { emittedModule, outputTable } from '../../fixtures/emitted-module';

const emitted = emittedModule(automationUserAccess);

test('the module is named and explained', () => {
  expect(automationUserAccess.name).toBe('automation-user-access');
  expect(automationUserAccess.awsPage).toMatch(
    /^https:\/\/docs\.aws\.amazon\.com\/systems-manager\/latest\/userguide\/automation-setup-i/,
  );
});

test('the outputs are these', () => {
  expect(outputTable(emitted)).toEqual({
    policy_name: '${aws_iam_policy.pass_role.name}',
    policy_arn: '${aws_iam_policy.pass_role.arn}',
    policy_document: '${jsonencode(local.access_policy)}',
  });
});

test('the floors are these', () => {
  expect(emitted.versions.terraform).toEqual({
    required_version: '>= 1.5.0',
    required_providers: { aws: { source: 'hashicorp/aws', version: '>= 3.35.0' } },
  });
});
