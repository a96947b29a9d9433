import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createPolicyForPeople } from '../iam/people';
import { pathsOf } from '../iam/permissions/hcl';
import { grants } from './grants';
import { TOO_LONG, inputs } from './inputs';
import type { MaintenanceWindowUserAccessProps } from './inputs';
import { ARN_INPUTS, requirements } from './requirements';

/**
 * Lets users, groups and roles pass the service role of maintenance windows,
 * so that they can register tasks that run as it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
 */
export class MaintenanceWindowUserAccess extends Construct {
  /** Name of the policy. */
  readonly policyName: string;
  /** ARN of the policy. */
  readonly policyArn: string;
  /** The policy as JSON, for a permission set or a role that takes it inline. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: MaintenanceWindowUserAccessProps) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const content = document(this, 'access_policy', grants, at, { withSids: true });
    const policy = createPolicyForPeople(this, ref, {
      description: 'For those who register tasks of maintenance windows of AWS Systems Manager.',
      content,
      preconditions: [arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition],
      size: { causes: [ref.passRoleServices], tooLong: TOO_LONG },
    });

    this.policyName = policy.attr('name').asString(this);
    this.policyArn = policy.attr('arn').asString(this);
    this.policyDocument = expr<string>`jsonencode(${content})`.asString(this);
  }
}
