import { camelCase } from '../../../generator/names';
import { unmet } from '../../../generator/requirements';
import { catalog } from '../../../modules/catalog';
import { distinctRoleNames, someAutomationRole } from '../../../modules/ssm-iam/requirements';

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

describe('roles of one call', () => {
  const objects = catalog.map(({ name }) => [camelCase(name), null] as const);
  const codesOf = (values: Readonly<Record<string, unknown>>): string[] =>
    unmet([distinctRoleNames(catalog)], {
      namePrefix: '',
      ...Object.fromEntries(objects),
      ...values,
    }).map(({ code }) => code);

  test.each([
    ['nothing is made', {}],
    ['all have their default names', { hybridServiceRole: {}, instanceProfile: {} }],
    [
      'one has the name that another would have without a prefix',
      { namePrefix: 'a-', hybridServiceRole: {}, instanceProfile: { roleName: 'SSMServiceRole' } },
    ],
    [
      'one has the default name of another, which exists and is not made',
      {
        hybridServiceRole: { roleName: 'SSMInstanceProfile' },
        instanceProfile: { createRole: false, existingRoleName: 'x' },
      },
    ],
  ])('may be: %s', (_, values) => {
    expect(codesOf(values)).toEqual([]);
  });

  test.each([
    [
      'two given ones',
      { hybridServiceRole: { roleName: 'a' }, instanceProfile: { roleName: 'a' } },
    ],
    [
      'two that differ in their case',
      { hybridServiceRole: { roleName: 'web' }, automationServiceRole: { roleName: 'WEB' } },
    ],
    [
      'one that another has by default',
      { hybridServiceRole: {}, instanceProfile: { roleName: 'SSMServiceRole' } },
    ],
    [
      'one that another has behind the prefix',
      {
        namePrefix: 'a-',
        hybridServiceRole: { roleName: null },
        instanceProfile: { roleName: 'A-SSMServiceRole' },
      },
    ],
  ])('may not have one name: %s', (_, values) => {
    expect(codesOf(values)).toEqual(['DistinctRoleNames']);
  });
});
