import { unmet } from '../../../generator/requirements';
import { someAutomationRole } from '../../../modules/ssm-iam/requirements';

const codes = (automationUserAccess: unknown, automationServiceRole: unknown): string[] =>
  unmet([someAutomationRole], { automationUserAccess, automationServiceRole }).map(
    ({ code }) => code,
  );
const ARN = 'arn:aws:iam::123456789012:role/AutomationServiceRole';

test.each([
  ['nobody has access', null, null],
  ['the role is made', {}, {}],
  ['the role is named', { automationRoleArn: ARN }, null],
  ['the role is made and another is named', { automationRoleArn: ARN }, {}],
])('it is fine that %s', (_, access, role) => {
  expect(codes(access, role)).toEqual([]);
});

test.each([
  ['left out', {}],
  ['null', { automationRoleArn: null }],
])('access without a role, its ARN %s, is refused', (_, access) => {
  expect(codes(access, null)).toEqual(['NoAutomationRole']);
});
