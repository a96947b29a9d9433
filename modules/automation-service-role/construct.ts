import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { local } from '../../generator/blocks';
import { expr } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { awsPoliciesAsSpelt } from '../iam/aws-policies';
import { arnsInPartition } from '../iam/caller-arns';
import { document } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createRole } from '../iam/role';
import { keepOthersOff } from '../iam/exclusive-policies';
import { embedInlinePolicies } from '../iam/inline-policies';
import { attachPolicies, attachedArns, managedPolicies } from '../iam/role-policies';
import { pathsOf, textOf } from '../iam/permissions/hcl';
import type { At } from '../iam/permissions/hcl';
import { ownInlineFits, limitAttachments } from '../iam/policy-limits';
import { OWN_ARN, managed, own, trust } from './grants';
import { inputs } from './inputs';
import type { AutomationServiceRoleProps } from './inputs';
import {
  ARN_INPUTS,
  OWN_INLINE_POLICY,
  ownInlinePolicyNameIsFree,
  requirements,
} from './requirements';

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
  /** ARNs of the attached managed policies, by policy name or by key of `additionalPolicyArns`. */
  readonly attachedPolicyArns: Record<string, string>;
  /** Name of the inline policy that the module writes. */
  readonly policyName: string;
  /** The inline policy that the module writes, as JSON. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: AutomationServiceRoleProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const at = pathsOf(ref, { partition: inPartition, account_id: account });
    const trustPolicy = document(this, 'trust_policy', trust, at);
    const role = createRole(this, ref, expr`jsonencode(${trustPolicy})`);
    const roleId = role.attr('id');
    const policies = managedPolicies(this, managed, at);
    const { arns, inPartition: ofPartition } = arnsInPartition(this, ref, inPartition, ARN_INPUTS);
    const { additionalPolicyArns } = ref;
    const count = expr<number>`length(${policies.arns}) + length(${additionalPolicyArns})`;
    const attachments = attachPolicies(this, roleId, additionalPolicyArns, policies, [
      ofPartition,
      awsPoliciesAsSpelt(this, ref, arns),
      limitAttachments(this, count, [additionalPolicyArns]),
    ]);
    const ownPolicy = this.embedOwnPolicy(ref, roleId, this.ownDocument(at));
    const inline = embedInlinePolicies(this, roleId, ref.inlinePolicies);
    keepOthersOff(this, roleId, ref.exclusivePolicies, {
      attached: expr`concat(values(${attachments})[*].policy_arn, values(${additionalPolicyArns}))`,
      inline: expr`concat(${inline}, [${ownPolicy.attr('name')}])`,
    });

    this.roleName = role.attr('name').asString(this);
    this.roleArn = role.attr('arn').asString(this);
    this.roleUniqueId = role.attr('uniqueId').asString(this);
    const attached = expr<
      Record<string, string>
    >`merge(${attachedArns(attachments)}, ${additionalPolicyArns})`;
    this.attachedPolicyArns = attached.asStringMap(this);
    this.policyName = ownPolicy.attr('name').asString(this);
    this.policyDocument = ownPolicy.attr('policy').asString(this);
  }

  /** The role's own ARN stands in a local: with a condition before it, no expression would be short enough. */
  private ownDocument(at: At): Expr<object> {
    const ownArn = local<string>(this, 'own_arn', textOf(OWN_ARN, at));
    const within: At = (path) => (path === 'own_arn' ? ownArn : at(path));
    return document(this, 'own_policy', own('${own_arn}'), within);
  }

  private embedOwnPolicy(
    ref: References<typeof inputs>,
    role: Expr<string>,
    content: Expr<object>,
  ): Expr<IamRolePolicy> {
    const causes = [
      ref.lambdaFunctionArns,
      ref.passItselfToServices,
      ref.passRoleArns,
      ref.passRoleServices,
    ];
    const policy = new IamRolePolicy(this, 'own', {
      name: OWN_INLINE_POLICY,
      role: role.asString(),
      policy: expr<string>`jsonencode(${content})`.asString(),
      lifecycle: {
        precondition: [
          precondition(ownInlinePolicyNameIsFree, ref),
          ownInlineFits(this, content, ref.inlinePolicies, causes),
        ],
      },
    });
    return address(policy);
  }
}
