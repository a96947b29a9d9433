import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { attributeOf } from '../../generator/attributes';
import { bind } from '../../generator/bind';
import { hcl, template } from '../../generator/hcl';
import type { References } from '../../generator/inputs';
import { precondition } from '../../generator/requirements';
import { document, statement } from '../iam/document';
import { accountId, partition } from '../iam/partition';
import { passRoleStatement } from '../iam/pass-role';
import { createRole } from '../iam/role';
import {
  arnsByKey,
  attachAdditionalPolicies,
  attachManagedPolicies,
  embedInlinePolicies,
} from '../iam/role-policies';
import { SSM, ec2Principal, onlyFromAccount, trust } from '../iam/trust-policy';
import { inputs } from './inputs';
import type { AutomationServiceRoleProps } from './inputs';
import { OWN_INLINE_POLICY, ownInlinePolicyNameIsFree } from './requirements';

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
    const ref = bind(this, inputs, props, [ownInlinePolicyNameIsFree]);
    const inPartition = partition(this, ref.partition);
    const account = accountId(this, ref.accountId);

    const role = createRole(this, ref, this.trustPolicy(ref, inPartition, account));
    const roleName = `${role}.name`;
    const managed = attachManagedPolicies(
      this,
      roleName,
      inPartition,
      `toset(concat(["AmazonSSMAutomationRole"], ${ref.lambdaRole} ? ["AWSLambdaRole"] : []))`,
      ['AmazonSSMAutomationRole', 'AWSLambdaRole'],
    );
    const additional = attachAdditionalPolicies(this, roleName, ref.additionalPolicyArns);
    this.embedOwnPolicy(ref, roleName, inPartition, account);
    embedInlinePolicies(this, roleName, ref.inlinePolicies);

    this.roleName = attributeOf.text(this, roleName);
    this.roleArn = attributeOf.text(this, `${role}.arn`);
    this.roleUniqueId = attributeOf.text(this, `${role}.unique_id`);
    this.attachedPolicyArns = attributeOf.map(this, `merge(${arnsByKey(managed, additional)})`);
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
    const ec2Statement = statement(this, 'trust_ec2_instances', trust(ec2));
    const guarded = document(
      this,
      'trust_policy',
      template(`concat([${ssmStatement}], ${ref.trustEc2} ? [${ec2Statement}] : [])`),
    );
    const services = template(`${ref.trustEc2} ? ["${ec2}", "${SSM}"] : ["${SSM}"]`);
    const plain = document(this, 'trust_policy_without_condition', [trust(services)]);
    return `${ref.confusedDeputyProtection} ? jsonencode(${guarded}) : jsonencode(${plain})`;
  }

  /**
   * The role's own ARN is put together, so that the first plan shows the policy
   * whole; and one policy holds all statements, so that nothing is counted by
   * ARNs that may be unknown until apply.
   */
  private embedOwnPolicy(
    ref: References<typeof inputs>,
    roleName: string,
    inPartition: string,
    account: string,
  ): void {
    const itself = statement(this, 'pass_itself', {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `arn:${template(inPartition)}:iam::${template(account)}:role${template(ref.path)}${template(ref.roleName)}`,
    });
    const others = passRoleStatement(
      `sort(${ref.passRoleArns})`,
      ref.passRoleServices,
      inPartition,
    );
    const invoke = hcl`{ Effect = "Allow", Action = "lambda:InvokeFunction", Resource = sort(${ref.lambdaFunctionArns}) }`;
    const permissions = document(
      this,
      'own_policy',
      template(hcl`concat([${itself}],
        [for statement in [${others}] : statement if length(${ref.passRoleArns}) > 0],
        [for statement in [${invoke}] : statement if length(${ref.lambdaFunctionArns}) > 0])`),
    );
    const policy = new IamRolePolicy(this, 'own', {
      name: OWN_INLINE_POLICY,
      role: template(roleName),
      policy: template(`jsonencode(${permissions})`),
      lifecycle: { precondition: [precondition(ownInlinePolicyNameIsFree, ref)] },
    });
    pin(policy);
  }
}
