import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document, statement } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { createRole, idOf } from '../iam/role';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachManagedPolicies,
  embedInlinePolicies,
} from '../iam/role-policies';
import type { ManagedAttachments } from '../iam/role-policies';
import { SSM, ec2Principal, onlyFromAccount, trust } from '../iam/trust-policy';
import { keepOthersOff } from '../iam/exclusive-policies';
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
    const roleId = idOf(role);
    const managed = this.attachManaged(ref, roleId, inPartition);
    const additional = attachAdditionalPolicies(this, roleId, ref.additionalPolicyArns, managed);
    const own = this.embedOwnPolicy(ref, roleId, ownPolicy(this, ref, inPartition, account));
    const inline = embedInlinePolicies(this, roleId, ref.inlinePolicies);
    const attached = arnsByKey(this, managed.address, additional);
    keepOthersOff(this, roleId, ref.exclusivePolicies, {
      attached: `values(${attached})`,
      inline: `concat(values(${inline})[*].name, [${own}.name])`,
    });

    this.roleName = attributeOf.text(this, `${role}.name`);
    this.roleArn = attributeOf.text(this, `${role}.arn`);
    this.roleUniqueId = attributeOf.text(this, `${role}.unique_id`);
    this.attachedPolicyArns = attributeOf.map(this, attached);
  }

  private trustPolicy(
    ref: References<typeof inputs>,
    inPartition: string,
    account: string,
  ): string {
    const ec2 = ec2Principal(inPartition);
    const fromAccount = onlyFromAccount(inPartition, account, 'ArnLike', 'automation-execution/*');
    const ssmStatement = statement(this, 'trust_automation', trust([SSM], fromAccount));
    // EC2 sends no source account, so the conditions stay with Systems Manager
    const ec2Statement = statement(this, 'trust_ec2', trust(ec2));
    const guarded = document(
      this,
      'trust_policy',
      template(`concat([${ssmStatement}], ${ref.trustEc2} ? [${ec2Statement}] : [])`),
    );
    const services = template(`${ref.trustEc2} ? ["${ec2}", "${SSM}"] : ["${SSM}"]`);
    const plain = document(this, 'trust_policy_without_condition', [trust(services)]);
    return `${ref.confusedDeputyProtection} ? jsonencode(${guarded}) : jsonencode(${plain})`;
  }

  private attachManaged(
    ref: References<typeof inputs>,
    role: string,
    inPartition: string,
  ): ManagedAttachments {
    const count = `1 + (${ref.lambdaRole} ? 1 : 0) + length(${ref.additionalPolicyArns})`;
    const first = `each.key == "${AUTOMATION}"`;
    return attachManagedPolicies(
      this,
      role,
      inPartition,
      `concat(["${AUTOMATION}"], ${ref.lambdaRole} ? ["${LAMBDA}"] : [])`,
      [AUTOMATION, LAMBDA],
      [limitAttachments(this, count, 'additional_policy_arns', first, { lambdaRole: true })],
    );
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
