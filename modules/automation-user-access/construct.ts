import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { Precondition, TerraformMetaArguments } from 'cdktf';
import { Construct } from 'constructs';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { warnUnless } from '../../generator/blocks';
import { expr, listed } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { conditionOf, pathsOf, textOf } from '../iam/permissions/hcl';
import { is } from '../iam/permissions/model';
import { policyFits } from '../iam/policy-limits';
import { fullAccess, own } from './grants';
import { ACCESS, inputs } from './inputs';
import type { AutomationUserAccessProps } from './inputs';
import { ARN_INPUTS, limitsSomething, requirements } from './requirements';

type Refs = References<typeof inputs>;

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
    const policy = this.createPolicy(ref, content, [
      precondition(limitsSomething, ref),
      ofPartition,
    ]);
    this.attach('pass_role', ref, (names) => names, { policyArn: policy.attr('arn').asString() });
    const full = conditionOf(fullAccess.when, at);
    this.attach('full_access', ref, (names) => expr`${full} ? ${names} : toset([])`, {
      policyArn: textOf(fullAccess.policy_arn, at),
      // an ARN of AWS never changes: see attachPolicies
      lifecycle: { ignoreChanges: ['policy_arn'] },
    });
    this.warnOfNobody(ref);

    this.policyName = policy.attr('name').asString(this);
    this.policyArn = policy.attr('arn').asString(this);
    this.policyDocument = expr<string>`jsonencode(${content})`.asString(this);
  }

  private createPolicy(
    ref: Refs,
    content: Expr<object>,
    preconditions: readonly Precondition[],
  ): Expr<IamPolicy> {
    const fits = policyFits(this, content, [ref.documents, ref.passRoleServices]);
    const policy = new IamPolicy(this, 'policy', {
      name: ref.policyName.asString(),
      path: ref.path.asString(),
      description: 'For those who run automations of AWS Systems Manager with the Automation role.',
      policy: expr<string>`jsonencode(${content})`.asString(),
      tags: ref.tags.asStringMap(),
      lifecycle: { precondition: [...preconditions, fits] },
    });
    return address(policy, 'pass_role');
  }

  /** A policy that nobody has looks like access; a permission set may take it. */
  private warnOfNobody({ users, groups, roles }: Refs): void {
    warnUnless(
      this,
      'principals',
      expr`length(${users}) + length(${groups}) + length(${roles}) > 0`,
      `${listed([users, groups, roles])} are all empty, so the policy is attached to nobody; name who may run automations, or give the policy to a permission set yourself`,
      { users: [], groups: [], roles: [] },
    );
  }

  /** One attachment for each user, group and role that is chosen, keyed by their names. */
  private attach(
    name: string,
    { users, groups, roles }: Refs,
    chosen: (names: Expr<readonly string[]>) => Expr<readonly string[]>,
    common: Pick<TerraformMetaArguments, 'lifecycle'> & { readonly policyArn: string },
  ): void {
    const user = chosen(users).iterator();
    const toUser = { forEach: user, user: user.key, ...common };
    address(new IamUserPolicyAttachment(this, `${name}_user`, toUser), name);
    const group = chosen(groups).iterator();
    const toGroup = { forEach: group, group: group.key, ...common };
    address(new IamGroupPolicyAttachment(this, `${name}_group`, toGroup), name);
    const role = chosen(roles).iterator();
    const toRole = { forEach: role, role: role.key, ...common };
    address(new IamRolePolicyAttachment(this, `${name}_role`, toRole), name);
  }
}
