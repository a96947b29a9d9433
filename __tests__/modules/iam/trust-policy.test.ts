import { expr } from '../../../generator/expression';
import { SSM, ec2Principal, onlyFromAccount, trust } from '../../../modules/iam/trust-policy';

test('Systems Manager has one name in every partition', () => {
  expect(SSM).toBe('ssm.amazonaws.com');
});

test('EC2 has another name in China', () => {
  expect(ec2Principal(expr`local.partition`)).toEqual(
    expr`local.partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"`,
  );
});

test('trust without a condition has no empty one', () => {
  expect(trust('ssm.amazonaws.com')).toEqual({
    Effect: 'Allow',
    Principal: { Service: 'ssm.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
});

test('trust may be bound to conditions and given to several services', () => {
  const Condition = { StringEquals: { 'aws:SourceAccount': '123456789012' } };

  expect(trust(['ssm.amazonaws.com', 'ec2.amazonaws.com'], Condition)).toEqual({
    Effect: 'Allow',
    Principal: { Service: ['ssm.amazonaws.com', 'ec2.amazonaws.com'] },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
  });
});

describe('a request has to come', () => {
  const condition = onlyFromAccount('local.partition', 'local.account_id', 'ArnLike', 'x/*');

  test('from this account', () => {
    expect(condition.StringEquals).toEqual({ 'aws:SourceAccount': '${local.account_id}' });
  });

  test('from resources of this account in this partition, in any region', () => {
    expect(condition.ArnLike).toEqual({
      'aws:SourceArn': 'arn:${local.partition}:ssm:*:${local.account_id}:x/*',
    });
  });

  test('by the comparison that AWS prints on the page of the service', () => {
    const exact = onlyFromAccount('local.partition', 'local.account_id', 'ArnEquals', '*');

    expect(Object.keys(exact)).toEqual(['StringEquals', 'ArnEquals']);
    expect(Object.keys(condition)).toEqual(['StringEquals', 'ArnLike']);
  });
});
