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
    access: ['string', 'automation'],
    documents: ['set(string)', []],
    pass_role_services: ['set(string)', ['ssm.amazonaws.com']],
    policy_name: ['string', 'SSMAutomationPassRole'],
    path: ['string', '/'],
    tags: ['map(string)', {}],
    partition: ['string', null],
    account_id: ['string', null],
  });
});

test('null is taken only where it means something', () => {
  expect(nullableInputs(emitted)).toEqual(['access', 'account_id', 'partition']);
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

test.each([
  ['AWS-RestartEC2Instance', true],
  ['Team_restart.v2', true],
  ['a'.repeat(3), true],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
  ['ab', false],
  ['arn:aws:ssm:us-east-2::document/AWS-RestartEC2Instance', false],
  ['AWS-RestartEC2Instance:1', false],
  ['AWS-*', false],
  ['${aws:username}', false],
  ['a b', false],
])('whether a runbook may be called %s: %j', (name, verdict) => {
  expect(ruleOf(inputs.documents, 'DocumentName').accepts([name])).toBe(verdict);
});

test('access is one of two, and a role none of AWS', () => {
  const access = ruleOf(inputs.access, 'Access');

  expect(['automation', 'full', 'none', ''].map((one) => access.accepts(one))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(ruleOf(inputs.roles, 'RoleOfAws').accepts(['Operator'])).toBe(true);
  expect(ruleOf(inputs.roles, 'RoleOfAws').accepts(['AWSReservedSSO_A_0'])).toBe(false);
});

test('the role that is passed is one role, and the path one of a policy', () => {
  const role = ruleOf(inputs.automationRoleArn, 'RoleArn');

  expect(role.accepts('arn:aws:iam::123456789012:role/AutomationServiceRole')).toBe(true);
  expect(role.accepts('arn:aws:iam::123456789012:role/*')).toBe(false);
  expect(ruleOf(inputs.path, 'PolicyPath').accepts('/a!/')).toBe(false);
  expect(ruleOf(inputs.passRoleServices, 'ServiceName').accepts(['*'])).toBe(false);
});
