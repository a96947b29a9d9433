import { automationServiceRole } from '../../../modules/automation-service-role/module';
import { blockAt, emittedModule } from '../../fixtures/emitted-module';

const { main } = emittedModule(automationServiceRole);

test('the role may pass itself on, by an ARN that the first plan knows', () => {
  // the dollar first: the other escapes bring one along, which has to stay as it is
  const path = '${replace(replace(replace(var.path, "$", "$${$}"), "*", "$${*}"), "?", "$${?}")}';

  expect(blockAt(main, 'locals', 'pass_itself')).toEqual({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:\${local.partition}:iam::\${local.account_id}:role${path}\${var.role_name}`,
  });
});

test('the role may pass the roles that are named, and no others', () => {
  expect(blockAt(main, 'locals', 'pass_others')).toMatchObject({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: '${sort(var.pass_role_arns)}',
  });
});

test('the role may invoke the functions that are named, and no others', () => {
  expect(blockAt(main, 'locals', 'invoke_functions')).toEqual({
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Resource: '${sort(var.lambda_function_arns)}',
  });
});
