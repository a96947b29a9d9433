import { automationServiceRole } from '../../../modules/automation-service-role/module';
import { inputs } from '../../../modules/automation-service-role/inputs';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';
import { ROLE_INPUTS } from '../../fixtures/input-tables';
import { ruleOf } from '../../fixtures/rule-of';

const emitted = emittedModule(automationServiceRole);

test('the inputs are these, with these types and defaults', () => {
  expect(inputTable(emitted)).toEqual({
    ...ROLE_INPUTS,
    role_name: ['string', 'AutomationServiceRole'],
    description: ['string', 'Lets AWS Systems Manager Automation run runbooks.'],
    confused_deputy_protection: ['bool', true],
    core_policy: ['string', 'AmazonSSMAutomationRole'],
    lambda_role: ['bool', false],
    lambda_function_arns: ['set(string)', []],
    pass_itself_to_services: ['set(string)', ['ssm.amazonaws.com']],
    pass_role_arns: ['set(string)', []],
    pass_role_services: ['set(string)', ['ec2.amazonaws.com']],
    partition: ['string', null],
    account_id: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual([
    'account_id',
    'core_policy',
    'partition',
    'permissions_boundary',
  ]);
});

test('the policy of AWS is the one that Automation has, or none', () => {
  const { corePolicy } = inputs;
  const rule = ruleOf(corePolicy, 'CorePolicy');

  expect(corePolicy.nullable).toBe(true);
  expect(rule.accepts('AmazonSSMAutomationRole')).toBe(true);
  expect(rule.accepts('AmazonSSMManagedInstanceCore')).toBe(false);
  expect(rule.accepts('')).toBe(false);
  expect(`${rule.must}; ${rule.remedy}`).toBe(
    'must be one of "AmazonSSMAutomationRole"; choose one of these, or null for none',
  );
});

test('what the role may pass and invoke is named one by one', () => {
  const ROLE = 'arn:aws:iam::123456789012:role/a';
  const FUNCTION = 'arn:aws:lambda:us-east-2:123456789012:function:a';
  const roles = ruleOf(inputs.passRoleArns, 'RoleArn');
  const functions = ruleOf(inputs.lambdaFunctionArns, 'LambdaFunctionArn');
  const services = ruleOf(inputs.passRoleServices, 'ServiceName');

  expect(roles.accepts([ROLE])).toBe(true);
  expect(roles.accepts([ROLE, '*'])).toBe(false);
  expect(functions.accepts([FUNCTION])).toBe(true);
  expect(functions.accepts([FUNCTION, 'arn:aws:lambda:*:*:function:*'])).toBe(false);
  expect(services.accepts(['ec2.amazonaws.com'])).toBe(true);
  expect(services.accepts(['ec2.amazonaws.com', '*'])).toBe(false);
});
