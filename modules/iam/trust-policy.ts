import { expr } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { template } from '../../generator/hcl';
import { input } from '../../generator/inputs';
import * as type from '../../generator/types';
import type { Statement, Value } from './document';

export const SSM = 'ssm.amazonaws.com';

/** EC2's name as a principal: the one service here whose name differs in China. */
export const ec2Principal = (partition: Expr<string>): Expr<string> =>
  expr`${partition} == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com"`;

export const confusedDeputyInput = {
  confusedDeputyProtection: input.withDefault(type.bool, true, {
    description:
      "Let Systems Manager assume the role for this account's own resources only (aws:SourceAccount and aws:SourceArn). False trusts the service without a condition, as older AWS pages print it.",
  }),
};

/** Lets services assume the role, as they stand in a trust policy. */
export function trust(service: Value, condition?: Statement['Condition']): Statement {
  return {
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  };
}

/**
 * The conditions against the confused deputy: the request has to come from this
 * account, and from the named kind of its Systems Manager resources.
 *
 * @param partition expression of the partition
 * @param account expression of the account's number
 * @param resource what follows the account's number in the ARN
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html
 */
export function onlyFromAccount(
  partition: string,
  account: string,
  test: 'ArnEquals' | 'ArnLike',
  resource: string,
): NonNullable<Statement['Condition']> {
  return {
    StringEquals: { 'aws:SourceAccount': template(account) },
    // every region: a role is global, and the account is already fixed
    [test]: {
      'aws:SourceArn': `arn:${template(partition)}:ssm:*:${template(account)}:${resource}`,
    },
  };
}
