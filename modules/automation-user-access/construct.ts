import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { Precondition, TerraformMetaArguments } from 'cdktf';
import { Construct } from 'constructs';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { expr } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { partition } from '../iam/partition';
import { conditionOf, pathsOf, textOf } from '../iam/permissions/hcl';
import { policyFits } from '../iam/policy-limits';
import { fullAccess, passRole } from './grants';
import { inputs } from './inputs';
import type { AutomationUserAccessProps } from './inputs';
import { ARN_INPUTS, somebody, requirements } from './requirements';

/**
 * Lets users, groups and roles run automations: AmazonSSMFullAccess, and the
 * right to pass the Automation role to Systems Manager.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-identity-based-policies.html
 */
export class AutomationUserAccess extends Construct {
  /** ARN of the policy that allows passing the Automation role. */
  readonly policyArn: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse, or nobody is named */
  constructor(scope: Construct, id: string, props: AutomationUserAccessProps) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);

    const at = pathsOf(ref, { partition: inPartition });

    const ofPartition = arnsInPartition(this, ref, inPartition, ARN_INPUTS).inPartition;
    const policy = this.passRolePolicy(ref, document(this, 'pass_role_policy', passRole, at), [
      precondition(somebody, ref),
      ofPartition,
    ]);
    this.attach('pass_role', ref, (names) => names, { policyArn: policy.attr('arn').asString() });
    const full = conditionOf(fullAccess.when, at);
    this.attach('full_access', ref, (names) => expr`${full} ? ${names} : toset([])`, {
      policyArn: textOf(fullAccess.policy_arn, at),
      // an ARN of AWS never changes: see attachPolicies
      lifecycle: { ignoreChanges: ['policy_arn'] },
    });

    this.policyArn = policy.attr('arn').asString(this);
  }

  private passRolePolicy(
    ref: References<typeof inputs>,
    content: Expr<object>,
    preconditions: readonly Precondition[],
  ): Expr<IamPolicy> {
    const fits = policyFits(this, content, ref.passRoleServices);
    const policy = new IamPolicy(this, 'policy', {
      name: ref.policyName.asString(),
      path: ref.path.asString(),
      description: 'Lets the Automation role be passed to AWS Systems Manager.',
      policy: expr<string>`jsonencode(${content})`.asString(),
      tags: ref.tags.asStringMap(),
      lifecycle: { precondition: [...preconditions, fits] },
    });
    return address(policy, 'pass_role');
  }

  /** One attachment for each user, group and role that is chosen, keyed by their names. */
  private attach(
    name: string,
    { users, groups, roles }: References<typeof inputs>,
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
