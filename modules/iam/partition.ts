import type { Construct } from 'constructs';
import { DataAwsCallerIdentity, DataAwsPartition } from '../../aws-bindings';
import { address } from '../../generator/address';
import { local } from '../../generator/blocks';
import { countIf, expr } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import { matches, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import { PARTITIONS } from './regions';

/** The trust names partition and account. */
const IN_TRUST = { confusedDeputyProtection: true };

/** The same, and what is asked for and has to be of the partition. */
const inPartition = (partition: string, region: string): Readonly<Record<string, unknown>> => ({
  ...IN_TRUST,
  automationRoleArn: `arn:${partition}:iam::123456789012:role/Example`,
  maintenanceWindowRoleArn: `arn:${partition}:iam::123456789012:role/Example`,
  regions: [region],
  topicArns: [`arn:${partition}:sns:${region}:123456789012:example`],
});

export const partitionInput = {
  partition: input.nullable(type.string, {
    description:
      'AWS partition of the ARNs, like `aws`, `aws-us-gov` or `aws-cn`. Null looks it up with a data source, which needs no API call.',
    nullIs: 'to look it up',
    rules: [oneOf(PARTITIONS, { code: 'Partition', see: awsPage.arns })],
    samples: [
      { value: 'aws-us-gov', with: inPartition('aws-us-gov', 'us-gov-west-1') },
      { value: 'aws-cn', with: inPartition('aws-cn', 'cn-north-1') },
    ],
  }),
};

export const accountNumber = matches({
  pattern: '^[0-9]{12}$',
  refused: '123',
  code: 'AccountId',
  must: 'must be an account number of 12 digits',
  remedy: 'write it as a string with its leading zeros',
  see: awsPage.arns,
});

export const accountIdInput = {
  accountId: input.nullable(type.string, {
    description: 'ID of the AWS account, 12 digits. Null looks it up with a data source.',
    nullIs: 'to look it up',
    rules: [accountNumber],
    samples: [{ value: '210987654321', with: { confusedDeputyProtection: true } }],
  }),
};

/**
 * The partition, as it is given or else looked up.
 *
 * Nothing that decides how many resources there are may hang on it: with
 * `depends_on` on the module the data source is read at apply.
 */
export function partition(scope: Construct, given: Expr<string | null>): Expr<string> {
  const count = countIf(expr`${given} == null`);
  const lookup = new DataAwsPartition(scope, 'partition_lookup', { count });
  const found = expr<readonly string[]>`${address(lookup, 'current')}[*].partition`;
  const comment = "In aws-cn, ARNs, agent buckets and EC2's name differ.";
  return local(scope, 'partition', otherwise(given, found), comment);
}

/**
 * The account's number; the same caution applies.
 *
 * @param needed condition under which it is looked up at all, and else is ""; always, if left out
 */
export function accountId(
  scope: Construct,
  given: Expr<string | null>,
  needed?: Expr<boolean>,
): Expr<string> {
  const left = expr<boolean>`${given} == null`;
  const count = countIf(needed === undefined ? left : expr`${needed} && ${left}`);
  const lookup = new DataAwsCallerIdentity(scope, 'account_lookup', { count });
  const found = expr<readonly string[]>`${address(lookup, 'current')}[*].account_id`;
  return local(scope, 'account_id', otherwise(given, found));
}

/** By join and not one: a null would be refused inside a string even where nobody reads it. */
const otherwise = (given: Expr<string | null>, found: Expr<readonly string[]>): Expr<string> =>
  expr`${given} == null ? join("", ${found}) : ${given}`;
