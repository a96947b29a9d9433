import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createRole, idOf } from '../iam/role';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachManagedPolicies,
  embedInlinePolicies,
  managedPolicies,
} from '../iam/role-policies';
import type { ManagedPolicies } from '../iam/role-policies';
import { pathsOf } from '../iam/permissions/hcl';
import { keepOthersOff } from '../iam/exclusive-policies';
import { limitAttachments, ownInlineFits } from '../iam/policy-limits';
import { managed, own, trust } from './grants';
import { inputs } from './inputs';
import type { AutomationServiceRoleProps } from './inputs';
import { OWN_INLINE_POLICY, ownInlinePolicyNameIsFree, requirements } from './requirements';

/**
 * The role that Automation, a tool of AWS Systems Manager, assumes to run
 * runbooks: AmazonSSMAutomationRole, and the right to pass itself on.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
 */
export class AutomationServiceRole extends Construct {
  /** Name of the role. */
  readonly roleName: string;
  /** ARN of the role, as runbooks take it for `AutomationAssumeRole`. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`. */
  readonly roleUniqueId: string;
  /** Policy name, or the name chosen in `additionalPolicyArns`, => ARN. */
  readonly attachedPolicyArns: Record<string, string>;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: AutomationServiceRoleProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const trustPolicy = document(this, 'trust_policy', trust, at);
    const role = createRole(this, ref, `jsonencode(${trustPolicy})`);
    const roleId = idOf(role);
    const policies = managedPolicies(this, managed, at);
    const awsPolicies = this.attachManaged(ref, roleId, policies);
    const additional = attachAdditionalPolicies(this, roleId, ref.additionalPolicyArns, policies);
    const ownPolicy = this.embedOwnPolicy(ref, roleId, document(this, 'own_policy', own, at));
    const inline = embedInlinePolicies(this, roleId, ref.inlinePolicies);
    const attached = arnsByKey(this, awsPolicies, additional);
    keepOthersOff(this, roleId, ref.exclusivePolicies, {
      attached: `values(${attached})`,
      inline: `concat(values(${inline})[*].name, [${ownPolicy}.name])`,
    });

    this.roleName = attributeOf.text(this, `${role}.name`);
    this.roleArn = attributeOf.text(this, `${role}.arn`);
    this.roleUniqueId = attributeOf.text(this, `${role}.unique_id`);
    this.attachedPolicyArns = attributeOf.map(this, attached);
  }

  private attachManaged(
    ref: References<typeof inputs>,
    role: string,
    policies: ManagedPolicies,
  ): string {
    const count = `length(${policies.arns}) + length(${ref.additionalPolicyArns})`;
    const first = `each.key == "${policies.example}"`;
    return attachManagedPolicies(this, role, policies, [
      limitAttachments(this, count, 'additional_policy_arns', first, { lambdaRole: true }),
    ]);
  }

  private embedOwnPolicy(ref: References<typeof inputs>, role: string, content: string): string {
    const causes = 'inline_policies, lambda_function_arns and pass_role_arns';
    const policy = new IamRolePolicy(this, 'own', {
      name: OWN_INLINE_POLICY,
      role: template(role),
      policy: template(`jsonencode(${content})`),
      lifecycle: {
        precondition: [
          precondition(ownInlinePolicyNameIsFree, ref),
          ownInlineFits(this, content, ref.inlinePolicies, causes),
        ],
      },
    });
    return pin(policy);
  }
}
