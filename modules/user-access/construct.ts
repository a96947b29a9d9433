import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr, literal } from '../../generator/expression';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { partition } from '../iam/partition';
import { attachToPeople, createPolicyForPeople } from '../iam/people';
import { conditionOf, pathsOf, textOf } from '../iam/permissions/hcl';
import { fullAccess, own, readOnlyOfAws } from './grants';
import { ACCESS, TOO_LONG, inputs } from './inputs';
import type { UserAccessProps } from './inputs';
import { ARN_INPUTS, requirements } from './requirements';

/**
 * Lets users, groups and roles see everything in Systems Manager, or use all
 * of it, and pass roles to it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-console-access.html
 */
export class UserAccess extends Construct {
  /** Name of the policy; null if there is none. */
  readonly policyName: string;
  /** ARN of the policy; null if there is none. */
  readonly policyArn: string;
  /** The policy as JSON, for a permission set or a role that takes it inline; null if there is none. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: UserAccessProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const at = pathsOf(ref, { partition: inPartition });

    const content = document(this, 'access_policy', own, at, { withSids: true });
    // a list, for the length of a set is unknown while two of its elements are
    const passes = expr<boolean>`length([for arn in ${ref.passRoleArns} : arn]) > 0`;
    const wanted = expr<boolean>`${ref.access} == ${literal(ACCESS.readOnly)} || ${passes}`;
    const policy = createPolicyForPeople(this, ref, {
      description: 'For those who use AWS Systems Manager.',
      content,
      wanted,
      preconditions: [arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition],
      size: { causes: [ref.passRoleArns], tooLong: TOO_LONG },
    });
    for (const [name, { policy_arn, when }] of [
      ['full_access', fullAccess],
      ['aws_read_only', readOnlyOfAws],
    ] as const) {
      // an ARN of AWS never changes: see attachPolicies
      const attached = {
        policyArn: textOf(policy_arn, at),
        lifecycle: { ignoreChanges: ['policy_arn'] },
      };
      attachToPeople(this, name, ref, attached, conditionOf(when, at));
    }

    this.policyName = expr<string>`one(${policy}[*].name)`.asString(this);
    this.policyArn = expr<string>`one(${policy}[*].arn)`.asString(this);
    this.policyDocument = expr<string>`${wanted} ? jsonencode(${content}) : null`.asString(this);
  }
}
