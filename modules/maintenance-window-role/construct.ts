import { Construct } from 'constructs';
import { bind } from '../../generator/bind';
import { accountId, partition } from '../iam/partition';
import { pathsOf } from '../iam/permissions/hcl';
import { createServiceRole } from '../iam/service-role';
import { own, trust } from './grants';
import { inputs } from './inputs';
import type { MaintenanceWindowRoleProps } from './inputs';
import { ARN_INPUTS, OWN_INLINE_POLICY, requirements } from './requirements';

/**
 * The role with which AWS Systems Manager runs the tasks of maintenance
 * windows: Run Command by default, and each other type if it is asked for.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/configuring-maintenance-window-permissions-console.html
 */
export class MaintenanceWindowRole extends Construct {
  /** Name of the role. */
  readonly roleName: string;
  /** ARN of the role, for the `ServiceRoleArn` of tasks. */
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

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: MaintenanceWindowRoleProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const made = createServiceRole(this, ref, {
      at: pathsOf(ref, {
        partition: partition(this, ref.partition),
        account_id: accountId(this, ref.accountId),
      }),
      trust,
      own: {
        name: OWN_INLINE_POLICY,
        statements: own,
        causes: [ref.lambdaFunctionArns, ref.stateMachineArns, ref.passRoleArns],
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
