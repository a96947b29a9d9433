import { Expr } from '../../../generator/expression';
import { valuesOf } from '../../../modules/iam/permissions/hcl';
import { always, is } from '../../../modules/iam/permissions/model';
import { EC2, SSM, trusts, trustsSystemsManager } from '../../../modules/iam/trust-policy';

const see = 'https://example.com';

test('Systems Manager has one name in every partition', () => {
  expect(SSM).toBe('ssm.amazonaws.com');
});

test('EC2 has another name in China', () => {
  expect(valuesOf(EC2, (path) => new Expr(`local.${path}`))).toBe(
    '${local.partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"}',
  );
});

test('a trust allows assuming the role of the module, always unless told otherwise', () => {
  expect(trusts({ id: 't', services: always(SSM), reason: 'r', see })).toMatchObject({
    kind: 'trust',
    address: 'aws_iam_role.this',
    when: [],
    actions: [{ text: 'sts:AssumeRole' }],
    conditions: [],
  });
});

describe('Systems Manager', () => {
  const [guarded, plain, ...others] = trustsSystemsManager({
    id: 'trust',
    operator: 'ArnLike',
    resource: 'x/*',
    reason: 'r',
    see,
  });

  test('assumes the role for this account, and for resources of it in any region', () => {
    expect(guarded).toMatchObject({
      id: 'trust',
      when: [is('confused_deputy_protection', true)],
      conditions: [
        { operator: 'StringEquals', key: 'aws:SourceAccount', values: always('${account_id}') },
        {
          operator: 'ArnLike',
          key: 'aws:SourceArn',
          values: always('arn:${partition}:ssm:*:${account_id}:x/*'),
        },
      ],
    });
  });

  test('assumes it for anybody only where the protection is switched off', () => {
    expect(plain).toMatchObject({
      id: 'trust_without_condition',
      when: [is('confused_deputy_protection', false)],
      services: always(SSM),
      conditions: [],
    });
    expect(others).toEqual([]);
  });
});
