import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { accountId, partition } from '../iam/partition';
import { pathsOf } from '../iam/permissions/hcl';
import { createServiceRole } from '../iam/service-role';
import { own, trust } from './grants';
import { inputs } from './inputs';
import type { AutomationAdministrationRoleProps } from './inputs';
import { ARN_INPUTS, OWN_INLINE_POLICY, requirements } from './requirements';

/**
 * The role that Automation, a tool of AWS Systems Manager, assumes in the
 * central account to run automations in other accounts: it may assume the
 * execution role there.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-multiple-accounts-regions.html
 */
export class AutomationAdministrationRole extends Construct {
  /** Name of the role. */
  readonly roleName: string;
  /** ARN of the role, for the `AutomationAssumeRole` of automations. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`. */
  readonly roleUniqueId: string;
  /** ARNs of the attached managed policies, by key of `additionalPolicyArns`. */
  readonly attachedPolicyArns: Record<string, string>;
  /** Names of all inline policies that the construct embeds in the role. */
  readonly inlinePolicyNames: string[];
  /** Name of the inline policy that the module writes. */
  readonly policyName: string;
  /** The inline policy that the module writes, as JSON. */
  readonly policyDocument: string;

  /** @throws UsageError when a literal prop is one that IAM or Systems Manager would refuse */
  constructor(scope: Construct, id: string, props: AutomationAdministrationRoleProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const made = createServiceRole(this, ref, {
      at: pathsOf(ref, {
        partition: partition(this, ref.partition),
        account_id: accountId(this, ref.accountId, ref.confusedDeputyProtection),
      }),
      trust,
      own: {
        name: OWN_INLINE_POLICY,
        statements: own,
        causes: [ref.executionRoleName, ref.organizationalUnits],
      },
      arnInputs: ARN_INPUTS,
    });

    this.roleName = made.role.attr('name').asString(this);
    this.roleArn = made.role.attr('arn').asString(this);
    this.roleUniqueId = made.role.attr('uniqueId').asString(this);
    this.attachedPolicyArns = made.attachedPolicyArns.asStringMap(this);
    this.inlinePolicyNames = made.inlinePolicyNames.asList(this);
    this.policyName = made.own.attr('name').asString(this);
    this.policyDocument = made.own.attr('policy').asString(this);
  }
}
