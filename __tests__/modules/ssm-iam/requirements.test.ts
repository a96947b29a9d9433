import { unmet } from '../../../generator/requirements';
import { requirements } from '../../../modules/ssm-iam/requirements';

const codes = (values: Readonly<Record<string, unknown>>): string[] =>
  unmet(requirements, {
    automationGroups: [],
    automationRoles: [],
    automationPassesInstanceRole: false,
    automationServiceRole: false,
    instanceProfile: false,
    ...values,
  }).map(({ code }) => code);

test.each<[string, object]>([
  ['nothing is made', {}],
  ['nobody runs automations', { automationServiceRole: true }],
  ['groups run automations', { automationServiceRole: true, automationGroups: ['operators'] }],
  ['roles run automations', { automationServiceRole: true, automationRoles: ['Operator'] }],
  ['no role is passed', { automationServiceRole: true, instanceProfile: true }],
  [
    'a role is passed',
    { automationPassesInstanceRole: true, automationServiceRole: true, instanceProfile: true },
  ],
])('it is fine that %s', (_, values) => {
  expect(codes({ ...values })).toEqual([]);
});

test.each<[string, object, string]>([
  ['groups', { automationGroups: ['operators'] }, 'NoAutomationRole'],
  ['roles', { automationRoles: ['Operator'] }, 'NoAutomationRole'],
  ['roles passed on', { automationPassesInstanceRole: true }, 'NoRoleToPass'],
  [
    'roles passed on with an Automation role alone',
    { automationPassesInstanceRole: true, automationServiceRole: true },
    'NoRoleToPass',
  ],
  [
    'roles passed on with an instance profile alone',
    { automationPassesInstanceRole: true, instanceProfile: true },
    'NoRoleToPass',
  ],
])('%s without the role are refused (%j)', (_, values, code) => {
  expect(codes({ ...values })).toEqual([code]);
});
