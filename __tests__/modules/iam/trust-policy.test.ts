import { Token } from 'cdktf';
import { mistake } from '../../../generator/rules';
import {
  otherTrustedServices,
  otherTrustedServicesInput,
  trustedServicesInput,
} from '../../../modules/iam/trust-policy';
import { ruleOf } from '../../fixtures/rule-of';

describe('the services of the caller', () => {
  const { trustedServices } = trustedServicesInput;

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
    expect(rule.accepts([of(1500), Token.asString({ Ref: 'known later' })])).toBe(true);
  });
});

test('the room for services is what the other statements leave', () => {
  const rule = ruleOf(otherTrustedServices(1000).trustedServices, 'TrustPolicySize');
  const of = (characters: number) => `${'a'.repeat(characters - 18)}.amazonaws.com`;

  expect(rule.accepts([of(1000)])).toBe(true);
  expect(rule.accepts([of(1001)])).toBe(false);
});

describe('Systems Manager among the services of the caller', () => {
  const rule = ruleOf(otherTrustedServicesInput.trustedServices, 'UnguardedTrust');

  test('is refused under whichever name, for its conditions would not count any more', () => {
    expect(rule.accepts(['events.amazonaws.com', 'ssm.amazonaws.com'])).toBe(false);
    expect(rule.accepts(['ssm.us-east-2.amazonaws.com'])).toBe(false);
    expect(rule.accepts(['ssm.amazonaws.com.cn'])).toBe(false);
    expect(mistake('each of trustedServices', rule)).toBe(
      'each of trustedServices must not be Systems Manager, which the role already trusts; leave it out',
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
