import { inputs } from '../../../modules/automation-user-access/inputs';
import { automationUserAccess } from '../../../modules/automation-user-access/module';
import { emittedModule, inputTable, nullableInputs } from '../../fixtures/emitted-module';
import { ruleOf } from '../../fixtures/rule-of';

const emitted = emittedModule(automationUserAccess);

test('the inputs are these, with these types and defaults', () => {
  expect(inputTable(emitted)).toEqual({
    automation_role_arn: ['string'],
    users: ['set(string)', []],
    groups: ['set(string)', []],
    roles: ['set(string)', []],
    full_access: ['bool', true],
    pass_role_services: ['set(string)', ['ssm.amazonaws.com']],
    policy_name: ['string', 'SSMAutomationPassRole'],
    path: ['string', '/'],
    tags: ['map(string)', {}],
    partition: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual(['partition']);
});

test('names are as long as IAM lets them be', () => {
  const [n64, n65, n128, n129] = [64, 65, 128, 129].map((length) => 'a'.repeat(length)) as [
    string,
    string,
    string,
    string,
  ];

  expect(ruleOf(inputs.users, 'UserName').accepts([n64])).toBe(true);
  expect(ruleOf(inputs.users, 'UserName').accepts([n65])).toBe(false);
  expect(ruleOf(inputs.groups, 'GroupName').accepts([n128])).toBe(true);
  expect(ruleOf(inputs.groups, 'GroupName').accepts([n129])).toBe(false);
  expect(ruleOf(inputs.roles, 'RoleName').accepts([n64])).toBe(true);
  expect(ruleOf(inputs.roles, 'RoleName').accepts([n65])).toBe(false);
  expect(ruleOf(inputs.policyName, 'PolicyName').accepts(n128)).toBe(true);
  expect(ruleOf(inputs.policyName, 'PolicyName').accepts(n129)).toBe(false);
});

test('the role that is passed is one role, and the path one of a policy', () => {
  const role = ruleOf(inputs.automationRoleArn, 'RoleArn');

  expect(role.accepts('arn:aws:iam::123456789012:role/AutomationServiceRole')).toBe(true);
  expect(role.accepts('arn:aws:iam::123456789012:role/*')).toBe(false);
  expect(ruleOf(inputs.path, 'PolicyPath').accepts('/a!/')).toBe(false);
  expect(ruleOf(inputs.passRoleServices, 'ServiceName').accepts(['*'])).toBe(false);
});
