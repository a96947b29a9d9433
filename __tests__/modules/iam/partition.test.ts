import { accountIdInput, partitionInput } from '../../../modules/iam/partition';
import { ruleOf } from '../../fixtures/rule-of';

describe('a partition', () => {
  const rule = ruleOf(partitionInput.partition, 'Partition');

  test.each([
    ...['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'],
    ...['aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f'],
  ])('may be %s', (value) => {
    expect(rule.accepts(value)).toBe(true);
  });

  test.each([
    ...['', 'AWS', 'gcp', 'aws-', 'aws_cn', 'arn:aws', 'aws*'],
    ...['aws-x', 'aws-us-gvo', 'aws-gov', 'aws-iso-a', 'aws-cn-north'],
  ])('may not be "%s"', (value) => {
    expect(rule.accepts(value)).toBe(false);
  });
});

describe('an account', () => {
  const rule = ruleOf(accountIdInput.accountId, 'AccountId');

  test('is 12 digits, zeros in front included', () => {
    expect(rule.accepts('012345678901')).toBe(true);
    expect(rule.accepts('12345678901')).toBe(false);
    expect(rule.accepts('1234567890123')).toBe(false);
    expect(rule.accepts('1234-5678-9012')).toBe(false);
    expect(rule.accepts('*')).toBe(false);
  });
});
