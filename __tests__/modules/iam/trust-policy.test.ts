import { always, is, isNotEmpty } from '../../../modules/iam/permissions/model';
import { mistake } from '../../../generator/rules';
import {
  SSM,
  otherTrustedServicesInput,
  trustedServicesInput,
  trusts,
  trustsOthers,
  trustsSystemsManager,
} from '../../../modules/iam/trust-policy';
import { ruleOf } from '../../fixtures/rule-of';

const see = 'https://example.com';

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

describe('the services of the caller', () => {
  const { trustedServices } = trustedServicesInput;

  test('assume the role without a condition, if there are any', () => {
    expect(trustsOthers()).toMatchObject({
      id: 'trusted_services',
      when: [isNotEmpty('trusted_services')],
      actions: always('sts:AssumeRole'),
      conditions: [],
    });
  });

  test('are services, and neither everybody nor an account', () => {
    const rule = ruleOf(trustedServices, 'ServiceName');

    expect(rule.accepts(['events.amazonaws.com', 'ec2.amazonaws.com.cn'])).toBe(true);
    const others = ['*', '123456789012', 'arn:aws:iam::123456789012:root', '*.amazonaws.com'];
    others.forEach((one) => {
      expect([one, rule.accepts([one])]).toEqual([one, false]);
    });
  });

  test('leave room for the other statements', () => {
    const rule = ruleOf(trustedServices, 'TrustPolicySize');
    const of = (characters: number) => `${'a'.repeat(characters - 18)}.amazonaws.com`;

    expect(rule.accepts([])).toBe(true);
    expect(rule.accepts([of(1500)])).toBe(true);
    expect(rule.accepts([of(1500), of(1500)])).toBe(true);
    expect(rule.accepts([of(1501)])).toBe(false);
  });
});

describe('Systems Manager among the services of the caller', () => {
  const rule = ruleOf(otherTrustedServicesInput.trustedServices, 'UnguardedTrust');

  test('is refused under whichever name, for its conditions would not count any more', () => {
    expect(rule.accepts(['events.amazonaws.com', 'ssm.amazonaws.com'])).toBe(false);
    expect(rule.accepts(['ssm.us-east-2.amazonaws.com'])).toBe(false);
    expect(rule.accepts(['ssm.amazonaws.com.cn'])).toBe(false);
    expect(mistake('each of trustedServices', rule)).toBe(
      'each of trustedServices must not be Systems Manager, which the role trusts already, by its conditions; leave it out',
    );
  });

  test('is told from a service that only begins like it', () => {
    expect(rule.accepts(['ssm-incidents.amazonaws.com', 'ec2.amazonaws.com'])).toBe(true);
  });

  test('may assume a role that does not trust it anyway', () => {
    expect(trustedServicesInput.trustedServices.rules.map(({ code }) => code)).not.toContain(
      'UnguardedTrust',
    );
  });
});
