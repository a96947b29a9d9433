import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { expr, literal, text } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document, statement } from '../iam/document';
import type { Statement } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createRole } from '../iam/role';
import { keepOthersOff } from '../iam/exclusive-policies';
import { attachPolicies, embedInlinePolicies } from '../iam/role-policies';
import type { ManagedPolicies } from '../iam/role-policies';
import { SSM, ec2Principal, onlyFromAccount, trust } from '../iam/trust-policy';
import { limitAttachments, ownInlineFits } from '../iam/policy-limits';
import { inputs } from './inputs';
import type { AutomationServiceRoleProps } from './inputs';
import { ownPolicy } from './own-policy';
import { OWN_INLINE_POLICY, ownInlinePolicyNameIsFree, requirements } from './requirements';

const AUTOMATION = 'AmazonSSMAutomationRole';
const LAMBDA = 'AWSLambdaRole';

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

    const role = createRole(this, ref, this.trustPolicy(ref, inPartition, account));
    const roleId = role.attr('id');
    const managed = this.managedPolicies(ref);
    const attached = attachPolicies(this, roleId, inPartition, ref.additionalPolicyArns, managed);
    const own = this.embedOwnPolicy(ref, roleId, ownPolicy(this, ref, inPartition, account));
    const inline = embedInlinePolicies(this, roleId, ref.inlinePolicies);
    keepOthersOff(this, roleId, ref.exclusivePolicies, {
      attached: expr`values(${attached})`,
      inline: expr`concat(${inline}, [${own.attr('name')}])`,
    });

    this.roleName = role.attr('name').asString(this);
    this.roleArn = role.attr('arn').asString(this);
    this.roleUniqueId = role.attr('uniqueId').asString(this);
    this.attachedPolicyArns = attached.asStringMap(this);
  }

  private trustPolicy(
    { trustEc2, confusedDeputyProtection }: References<typeof inputs>,
    inPartition: Expr<string>,
    account: Expr<string>,
  ): Expr<string> {
    const ec2 = ec2Principal(inPartition);
    const names = [inPartition.expression, account.expression] as const;
    const fromAccount = onlyFromAccount(...names, 'ArnLike', 'automation-execution/*');
    const ssmStatement = statement(this, 'trust_automation', trust([SSM], fromAccount));
    // EC2 sends no source account, so the conditions stay with Systems Manager
    const ec2Statement = statement(this, 'trust_ec2', trust(ec2));
    const both = expr<Statement[]>`concat([${ssmStatement}], ${trustEc2} ? [${ec2Statement}] : [])`;
    const guarded = document(this, 'trust_policy', both);
    const ssm = literal(SSM);
    const services = expr<string[]>`${trustEc2} ? [${text`${ec2}`}, ${ssm}] : [${ssm}]`;
    const plain = document(this, 'trust_policy_without_condition', [trust(services)]);
    return expr`${confusedDeputyProtection} ? jsonencode(${guarded}) : jsonencode(${plain})`;
  }

  private managedPolicies({
    lambdaRole,
    additionalPolicyArns,
  }: References<typeof inputs>): ManagedPolicies {
    const count = expr<number>`1 + (${lambdaRole} ? 1 : 0) + length(${additionalPolicyArns})`;
    const first = expr<boolean>`each.key == ${literal(AUTOMATION)}`;
    const few = limitAttachments(this, count, [additionalPolicyArns], first, { lambdaRole: true });
    return {
      names: expr`concat(${literal([AUTOMATION])}, ${lambdaRole} ? ${literal([LAMBDA])} : [])`,
      known: [AUTOMATION, LAMBDA],
      preconditions: [few],
    };
  }

  private embedOwnPolicy(
    ref: References<typeof inputs>,
    role: Expr<string>,
    content: Expr<object>,
  ): Expr<IamRolePolicy> {
    const causes = [ref.lambdaFunctionArns, ref.passRoleArns];
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
