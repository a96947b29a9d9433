import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document } from '../iam/document';
import { partition } from '../iam/partition';
import { conditionOf, pathsOf, textOf } from '../iam/permissions/hcl';
import { policyFits } from '../iam/policy-limits';
import { fullAccess, passRole } from './grants';
import { inputs } from './inputs';
import type { AutomationUserAccessProps } from './inputs';
import { somebody, requirements } from './requirements';

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

    const policy = this.passRolePolicy(ref, document(this, 'pass_role_policy', passRole, at));
    this.attach('pass_role', ref, template(`${policy}.arn`));
    this.attach(
      'full_access',
      ref,
      textOf(fullAccess.policy_arn, at),
      conditionOf(fullAccess.when, at),
      // an ARN of AWS never changes: see attachManagedPolicies
      { ignoreChanges: ['policy_arn'] },
    );

    this.policyArn = attributeOf.text(this, `${policy}.arn`);
  }

  private passRolePolicy(ref: References<typeof inputs>, content: string): string {
    const policy = new IamPolicy(this, 'policy', {
      name: template(ref.policyName),
      path: template(ref.path),
      description: 'Lets the Automation role be passed to AWS Systems Manager.',
      policy: template(`jsonencode(${content})`),
      lifecycle: { precondition: [precondition(somebody, ref), policyFits(this, content)] },
    });
    policy.addOverride('tags', template(ref.tags));
    return pin(policy, 'pass_role');
  }

  /** One attachment for each user, group and role, keyed by their names. */
  private attach(
    name: string,
    ref: References<typeof inputs>,
    policyArn: string,
    wanted?: string,
    lifecycle?: TerraformResourceLifecycle,
  ): void {
    const principal = template('each.key');
    const common = { policyArn, ...(lifecycle && { lifecycle }) };
    const over = (names: string): string =>
      template(wanted === undefined ? names : `${wanted} ? ${names} : toset([])`);
    const user = new IamUserPolicyAttachment(this, `${name}_user`, { user: principal, ...common });
    user.addOverride('for_each', over(ref.users));
    pin(user, name);
    const group = new IamGroupPolicyAttachment(this, `${name}_group`, {
      group: principal,
      ...common,
    });
    group.addOverride('for_each', over(ref.groups));
    pin(group, name);
    const role = new IamRolePolicyAttachment(this, `${name}_role`, { role: principal, ...common });
    role.addOverride('for_each', over(ref.roles));
    pin(role, name);
  }
}
