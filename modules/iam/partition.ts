import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { template } from '../../generator/hcl';
import { input } from '../../generator/inputs';
import { matches, oneOf } from '../../generator/rules';
import * as type from '../../generator/types';
import { awsPage } from './aws-pages';
import { PARTITIONS } from './regions';

export const partitionInput = {
  partition: input.nullable(type.string, {
    description:
      'AWS partition of the ARNs, like `aws`, `aws-us-gov` or `aws-cn`. Null looks it up with a data source, which needs no API call.',
    rules: [oneOf(PARTITIONS, { code: 'Partition', see: awsPage.arns })],
    samples: [
      { value: 'aws-us-gov', with: { regions: ['us-gov-west-1'] } },
      { value: 'aws-cn', with: { regions: ['cn-north-1'] } },
    ],
  }),
};

export const accountIdInput = {
  accountId: input.nullable(type.string, {
    description: 'Number of the AWS account, 12 digits. Null looks it up with a data source.',
    rules: [
      matches({
        pattern: '^[0-9]{12}$',
        refused: '123',
        code: 'AccountId',
        must: 'must be an account number of 12 digits',
        remedy: 'write it as a string with its leading zeros, or null to look it up',
        see: awsPage.arns,
      }),
    ],
    samples: [{ value: '210987654321' }],
  }),
};

/**
 * The partition as an expression.
 *
 * Nothing that decides how many resources there are may hang on it: with
 * `depends_on` on the module the data source is read at apply.
 */
export function partition(scope: Construct, given: string): string {
  const lookup = new DataAwsPartition(scope, 'partition_lookup');
  lookup.addOverride('count', template(`${given} == null ? 1 : 0`));
  return effective(scope, 'partition', given, lookup);
}

/**
 * The account's number as an expression; the same caution applies.
 *
 * @param needed condition under which it is looked up at all, and else is ""; always, if left out
 */
export function accountId(scope: Construct, given: string, needed?: string): string {
  const lookup = new DataAwsCallerIdentity(scope, 'account_lookup');
  const wanted = needed === undefined ? `${given} == null` : `${needed} && ${given} == null`;
  lookup.addOverride('count', template(`${wanted} ? 1 : 0`));
  return effective(scope, 'account_id', given, lookup);
}

function effective(
  scope: Construct,
  attribute: string,
  given: string,
  lookup: DataAwsPartition | DataAwsCallerIdentity,
): string {
  // join and not one: a null would be refused inside a string even where nobody reads it
  const found = `join("", ${pin(lookup, 'current')}[*].${attribute})`;
  const expression = template(`${given} == null ? ${found} : ${given}`);
  return pin(new TerraformLocal(scope, attribute, expression));
}
