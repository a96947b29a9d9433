import { explain } from '../../../../modules/iam/permissions/explain';
import { always } from '../../../../modules/iam/permissions/model';
import { passesRoles } from '../../../../modules/iam/permissions/pass-role';

const permission = passesRoles({
  id: 'pass',
  address: 'aws_iam_policy.pass_role',
  granted_to: [],
  roles: always('arn:role'),
  reason: 'Why.',
  see: 'https://example.com',
});

const conditionsFor = (services: readonly string[], partition = 'aws'): unknown =>
  explain(
    { permissions: [permission], tables: {}, managed_policies: {} },
    { pass_role_services: services, partition },
  )[0]?.conditions;

test('a role may be passed to the services that are named, or to any', () => {
  expect(conditionsFor(['a.amazonaws.com', 'b.amazonaws.com'])).toEqual({
    StringEquals: { 'iam:PassedToService': ['a.amazonaws.com', 'b.amazonaws.com'] },
  });
  expect(conditionsFor([])).toEqual({});
});

test('in China, and only there, EC2 goes by two names', () => {
  expect(conditionsFor(['ec2.amazonaws.com'], 'aws-cn')).toEqual({
    StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] },
  });
  expect(JSON.stringify(conditionsFor(['ssm.amazonaws.com'], 'aws-cn'))).not.toContain('.cn');
  expect(JSON.stringify(conditionsFor(['ec2.amazonaws.com']))).not.toContain('.cn');
});
