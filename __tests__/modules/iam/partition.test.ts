import { Construct } from 'constructs';
import { expr } from '../../../generator/expression';
import {
  accountId,
  accountIdInput,
  partition,
  partitionInput,
} from '../../../modules/iam/partition';
import { emittedStack } from '../../fixtures/emitted-stack';
import { ruleOf } from '../../fixtures/rule-of';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

test('a partition is looked up only where it is not given', () => {
  let address: unknown;
  const { data, locals } = emittedStack(newFolder(), (stack) => {
    address = partition(new Construct(stack, 'Default'), expr`var.partition`);
  });

  expect(address).toEqual(expr`local.partition`);
  expect(data?.aws_partition?.current).toMatchObject({ count: '${var.partition == null ? 1 : 0}' });
  expect(locals).toEqual({
    '//': { partition: expect.any(String) as string },
    partition:
      '${var.partition == null ? join("", data.aws_partition.current[*].partition) : var.partition}',
  });
});

test('an account is looked up only where it is not given', () => {
  let address: unknown;
  const { data, locals } = emittedStack(newFolder(), (stack) => {
    address = accountId(new Construct(stack, 'Default'), expr`var.account_id`);
  });

  expect(address).toEqual(expr`local.account_id`);
  expect(data?.aws_caller_identity?.current).toMatchObject({
    count: '${var.account_id == null ? 1 : 0}',
  });
  expect(locals).toEqual({
    account_id:
      '${var.account_id == null ? join("", data.aws_caller_identity.current[*].account_id) : var.account_id}',
  });
});

test('an account that nobody needs is not looked up', () => {
  const { data } = emittedStack(newFolder(), (stack) => {
    accountId(new Construct(stack, 'Default'), expr`var.account_id`, expr`var.protection`);
  });

  expect(data?.aws_caller_identity?.current).toMatchObject({
    count: '${var.protection && var.account_id == null ? 1 : 0}',
  });
});

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

  test('is tested the same way in a plan', () => {
    expect(rule.condition('x')).toBe(
      'contains(["aws", "aws-cn", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-us-gov"], x)',
    );
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

  test('is tested the same way in a plan', () => {
    expect(rule.condition('x')).toBe('can(regex("^[0-9]{12}$", x))');
  });
});
