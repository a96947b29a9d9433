import { isDeepStrictEqual } from 'node:util';
import { permissionsShape } from '../../contract/permissions';

const { permissions, managed_policies } = permissionsShape;
/** Whether a reader takes it as it is, with nothing left out. */
const accepts = (value: readonly object[]): boolean => {
  const { data } = permissions.safeParse(value);
  return isDeepStrictEqual(data, value);
};

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
  ['a trust', { ...shared, kind: 'trust', services: [{ text: 's' }], actions, conditions }],
  ['a policy of AWS', { ...shared, kind: 'attached-policy', policy_arn: 'a', managed_policy: 'b' }],
  ['a document', { ...shared, kind: 'embedded-document', document: '{}' }],
  ['a boundary', { ...shared, kind: 'boundary', policy_arn: 'a' }],
])('%s is taken', (_, permission) => {
  expect(accepts([permission])).toBe(true);
});

test.each<readonly [string, object]>([
  ['a statement on nothing', { ...shared, actions, conditions }],
  ['a trust of nobody', { ...shared, kind: 'trust', actions, conditions }],
  ['a trust with resources', { ...statement, kind: 'trust', services: [], resources }],
  ['an unknown test', { ...statement, when: [{ value: 'on', test: 'matches' }] }],
  ['a test on no value', { ...statement, when: [{ value: 'on', test: 'is', operands: [] }] }],
  ['an action that is text alone', { ...statement, actions: ['s3:GetObject'] }],
  ['a reason that says nothing', { ...statement, reason: '' }],
  ['a page that is none', { ...statement, see: 'the guide' }],
])('%s is refused', (_, permission) => {
  expect(accepts([permission])).toBe(false);
});

test('what AWS allows has statements and a day', () => {
  const judge = (value: unknown): boolean => managed_policies.safeParse(value).success;
  const policy = {
    as_of: '2026-01-01',
    statements: [{ Effect: 'Allow', Action: ['a:B'], Resource: ['*'] }],
  };

  expect(judge({ P: policy })).toBe(true);
  expect(judge({ P: { ...policy, as_of: undefined } })).toBe(false);
  expect(
    judge({
      P: { ...policy, statements: [{ Effect: 'Maybe', Action: ['a:B'], Resource: ['*'] }] },
    }),
  ).toBe(false);
});
