import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { attachToPeople, createPolicyForPeople } from '../iam/people';
import { conditionOf, pathsOf, textOf } from '../iam/permissions/hcl';
import { is } from '../iam/permissions/model';
import { fullAccess, own } from './grants';
import { ACCESS, TOO_LONG, inputs } from './inputs';
import type { AutomationUserAccessProps } from './inputs';
import { ARN_INPUTS, limitsSomething, requirements } from './requirements';

/**
 * Lets users, groups and roles run automations, and pass the Automation role
 * to Systems Manager: a policy, and AmazonSSMFullAccess where it is asked for.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-identity-based-policies.html
 */
export class AutomationUserAccess extends Construct {
  /** Name of the policy. */
  readonly policyName: string;
  /** ARN of the policy. */
  readonly policyArn: string;
  /** The policy as JSON, for a permission set or a role that takes it inline. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: AutomationUserAccessProps) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const runs = conditionOf([is('access', ACCESS.automation)], () => ref.access);
    const account = accountId(this, ref.accountId, runs);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const ofPartition = arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition;
    const content = document(this, 'access_policy', own, at, { withSids: true });
    const policy = createPolicyForPeople(this, ref, {
      description: 'For those who run automations of AWS Systems Manager with the Automation role.',
      content,
      preconditions: [precondition(limitsSomething, ref), ofPartition],
      size: { causes: [ref.documents, ref.passRoleServices], tooLong: TOO_LONG },
    });
    attachToPeople(
      this,
      'full_access',
      ref,
      {
        policyArn: textOf(fullAccess.policy_arn, at),
        // an ARN of AWS never changes: see attachPolicies
        lifecycle: { ignoreChanges: ['policy_arn'] },
      },
      conditionOf(fullAccess.when, at),
    );

    this.policyName = policy.attr('name').asString(this);
    this.policyArn = policy.attr('arn').asString(this);
    this.policyDocument = expr<string>`jsonencode(${content})`.asString(this);
  }
}
