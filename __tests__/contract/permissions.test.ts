import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import { isDeepStrictEqual } from 'node:util';
import { contractSchema } from '../../contract/contract';
import { permissionsShape } from '../../contract/permissions';

const { permissions, managed_policies } = permissionsShape;
/** Whether a reader takes it as it is, with nothing left out. */
const accepts = (value: readonly object[]): boolean => {
  const { data } = permissions.safeParse(value);
  return isDeepStrictEqual(data, value);
};

/** The verdict of the JSON Schema, which is what others than a reader judge with. */
const ajv = new Ajv2020({ allowUnionTypes: true, formats: { uri: true, date: true } });
const { $defs, properties } = contractSchema() as {
  $defs: object;
  properties: Record<string, object>;
};
const validate = (part: string): ValidateFunction => ajv.compile({ $defs, ...properties[part] });
const isValid = validate('permissions');

const statement = {
  id: 'read',
  kind: 'statement',
  address: 'aws_iam_policy.s3',
  when: [{ value: 'on', test: 'is', operands: [true] }],
  granted_to: [{ text: 'role/x' }],
  by_default: false,
  actions: [{ text: 's3:GetObject' }],
  resources: [{ text: 'arn', for_each: 'names', when: [{ value: 'names', test: 'is-empty' }] }],
  conditions: [{ operator: 'StringEquals', key: 'aws:SourceAccount', values: [{ text: '1' }] }],
  reason: 'Why.',
  see: 'https://docs.aws.amazon.com/x',
};
const { actions, resources, conditions, ...shared } = statement;

test.each<readonly [string, object]>([
  ['a statement', statement],
  [
    'a statement for each region, or for any, under a condition for each tag',
    {
      ...statement,
      resources: [{ text: 'a', for_each: 'regions', otherwise: '*' }],
      conditions: [{ operator: 'StringLike', key: 'k', values: [], for_each: 'tags' }],
      when: [{ value: 'on', test: 'does-not-contain', operands: ['x'] }],
    },
  ],
  ['a trust', { ...shared, kind: 'trust', services: [{ text: 's' }], actions, conditions }],
  [
    'a trust in accounts',
    { ...shared, kind: 'trust', services: [], accounts: [{ text: 'a' }], actions, conditions },
  ],
  ['a policy of AWS', { ...shared, kind: 'attached-policy', policy_arn: 'a', managed_policy: 'b' }],
  ['a document', { ...shared, kind: 'embedded-document', document: '{}' }],
  ['a boundary', { ...shared, kind: 'boundary', policy_arn: 'a' }],
])('%s is taken', (_, permission) => {
  expect(accepts([permission])).toBe(true);
  expect(isValid([permission])).toBe(true);
});

test.each<readonly [string, object]>([
  ['a statement on nothing', { ...shared, actions, conditions }],
  ['a trust of nobody', { ...shared, kind: 'trust', actions, conditions }],
  ['an unknown test', { ...statement, when: [{ value: 'on', test: 'matches' }] }],
  ['a test on no value', { ...statement, when: [{ value: 'on', test: 'is', operands: [] }] }],
  ['an action that is text alone', { ...statement, actions: ['s3:GetObject'] }],
  ['a reason that says nothing', { ...statement, reason: '' }],
  ['a page that is none', { ...statement, see: 'the guide' }],
])('%s is refused', (_, permission) => {
  expect(accepts([permission])).toBe(false);
  expect(isValid([permission])).toBe(false);
});

const [resource] = resources;
const [condition] = conditions;
const [tested] = statement.when;

// a reader leaves out what it does not know
test.each<readonly [string, object]>([
  [
    'a trust with resources',
    { ...shared, kind: 'trust', services: [], actions, conditions, resources },
  ],
  ['a statement with accounts', { ...statement, accounts: [] }],
  ['a statement with a policy', { ...statement, policy_arn: 'a' }],
  ['a boundary with actions', { ...shared, kind: 'boundary', policy_arn: 'a', actions }],
  ['a colour', { ...statement, colour: 'red' }],
  ['a test with one', { ...statement, when: [{ ...tested, colour: 'red' }] }],
  ['an action with one', { ...statement, actions: [{ text: 'a:B', colour: 'red' }] }],
  ['a resource with one', { ...statement, resources: [{ ...resource, colour: 'red' }] }],
  ['a condition with one', { ...statement, conditions: [{ ...condition, colour: 'red' }] }],
])('the JSON Schema refuses %s', (_, permission) => {
  expect(isValid([permission])).toBe(false);
});

test('what AWS allows has statements, a version and days', () => {
  const isValidPolicy = validate('managed_policies');
  const judge = (value: unknown): boolean => {
    const { success } = managed_policies.safeParse(value);
    expect(isValidPolicy(value)).toBe(success);
    return success;
  };
  const policy = {
    as_of: '2026-01-01',
    version: 'v9',
    updated: '2025-12-31',
    statements: [{ Effect: 'Allow', Action: ['a:B'], Resource: ['*'] }],
  };

  expect(judge({ P: policy })).toBe(true);
  expect(judge({ P: { ...policy, as_of: undefined } })).toBe(false);
  expect(judge({ P: { ...policy, version: '' } })).toBe(false);
  expect(judge({ P: { ...policy, updated: 'v9' } })).toBe(false);
  expect(
    judge({
      P: { ...policy, statements: [{ Effect: 'Maybe', Action: ['a:B'], Resource: ['*'] }] },
    }),
  ).toBe(false);
});
