import { passesRoles } from '../../../modules/iam/pass-role';
import { explain } from '../../../modules/iam/permissions/explain';
import { always } from '../../../modules/iam/permissions/model';
const permissions = passesRoles({
  id: 'pass',
  address: 'aws_iam_policy.this',
  granted_to: [],
  roles: always('arn:role'),
  reason: 'Why.',
  see: 'https://example.com',
});

const grantsFor = (services: readonly string[], partition = 'aws') =>
  explain(
    { permissions, tables: {}, managed_policies: {} },
    { pass_role_services: services, partition },
  );

test('a role may be passed to the services that are named, or to any', () => {
  expect(grantsFor(['a.amazonaws.com', 'b.amazonaws.com'])).toMatchObject([
    {
      id: 'pass',
      conditions: {
        StringEquals: { 'iam:PassedToService': ['a.amazonaws.com', 'b.amazonaws.com'] },
      },
    },
  ]);
  expect(grantsFor([])).toMatchObject([{ id: 'pass_to_any_service', conditions: {} }]);
});

test('in China, and only there, EC2 goes by two names', () => {
  expect(grantsFor(['ec2.amazonaws.com'], 'aws-cn')[0]?.conditions).toEqual({
    StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] },
  });
  expect(JSON.stringify(grantsFor(['ssm.amazonaws.com'], 'aws-cn'))).not.toContain('.cn');
  expect(JSON.stringify(grantsFor(['ec2.amazonaws.com']))).not.toContain('.cn');
});

test('another input may name the services', () => {
  const [named, any] = passesRoles({
    id: 'pass',
    address: 'aws_iam_role_policy.own',
    granted_to: [],
    services: 'other_services',
    roles: always('arn:role'),
    reason: 'Why.',
    see: 'https://example.com',
  });

  expect(JSON.stringify([named, any])).not.toContain('pass_role_services');
  expect(named).toMatchObject({
    when: [{ value: 'other_services', test: 'is-not-empty' }],
    conditions: [
      { values: [{ for_each: 'other_services' }, { when: [{}, { value: 'other_services' }] }] },
    ],
  });
  expect(any.when).toEqual([{ value: 'other_services', test: 'is-empty' }]);
});
