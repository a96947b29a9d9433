import { Construct } from 'constructs';
import { DataAwsRegion, SsmServiceSetting } from '../../aws-bindings';
import type { IamRole } from '../../aws-bindings';
import { address } from '../../generator/address';
import { bind } from '../../generator/bind';
import { local } from '../../generator/blocks';
import { countIf, expr, text } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { DEFAULT_HOST_MANAGEMENT_SETTING } from '../iam/arns';
import { accountId, partition } from '../iam/partition';
import { pathsOf } from '../iam/permissions/hcl';
import type { At } from '../iam/permissions/hcl';
import { createServiceRole } from '../iam/service-role';
import { managed, trust } from './grants';
import { inputs } from './inputs';
import type { DefaultHostManagementProps } from './inputs';
import { ARN_INPUTS, requirements } from './requirements';

/**
 * Default Host Management Configuration, with which AWS Systems Manager
 * manages the EC2 instances of a region: the role, and the setting that names it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
 */
export class DefaultHostManagement extends Construct {
  /** Name of the role. */
  readonly roleName: string;
  /** ARN of the role. */
  readonly roleArn: string;
  /** Stable id of the role, like `AROA...`. */
  readonly roleUniqueId: string;
  /** ARNs of the attached managed policies, by policy name or by key of `additionalPolicyArns`. */
  readonly attachedPolicyArns: Record<string, string>;
  /** Names of all inline policies that the construct embeds in the role. */
  readonly inlinePolicyNames: string[];
  /** Value of the setting that names the role, whether or not it is set: path and name without the first slash. */
  readonly serviceSettingValue: string;
  /** ARN of the setting; null if `enabled` is false. */
  readonly serviceSettingId: string;

  /** @throws UsageError when a literal prop is one that IAM would refuse */
  constructor(scope: Construct, id: string, props: DefaultHostManagementProps = {}) {
    super(scope, id);
    const ref = bind(this, inputs, props, requirements);
    const at = pathsOf(ref, {
      partition: partition(this, ref.partition),
      account_id: accountId(this, ref.accountId),
    });
    const { role, attachedPolicyArns, inlinePolicyNames } = createServiceRole(this, ref, {
      at,
      trust,
      managed,
      arnInputs: ARN_INPUTS,
    });
    const value = settingValue(role);

    this.roleName = role.attr('name').asString(this);
    this.roleArn = role.attr('arn').asString(this);
    this.roleUniqueId = role.attr('uniqueId').asString(this);
    this.attachedPolicyArns = attachedPolicyArns.asStringMap(this);
    this.inlinePolicyNames = inlinePolicyNames.asList(this);
    this.serviceSettingValue = value.asString(this);
    const setting = this.enable(ref.enabled, at, value);
    this.serviceSettingId = expr<string>`one(${setting}[*].setting_id)`.asString(this);
  }

  /** The setting has to be named by its ARN, which the provider reads back. */
  private enable(enabled: Expr<boolean>, at: At, value: Expr<string>): Expr<SsmServiceSetting> {
    const count = countIf(enabled);
    const lookup = address(new DataAwsRegion(this, 'region_lookup', { count }), 'current');
    // the id is the name of the region in every release of the provider
    const region = local(this, 'region', expr<string>`join("", ${lookup}[*].id)`);
    const arn = text`arn:${at('partition')}:ssm:${region}:${at('account_id')}`;
    const setting = new SsmServiceSetting(this, 'setting', {
      count,
      settingId: `${arn.asString()}:${DEFAULT_HOST_MANAGEMENT_SETTING}`,
      settingValue: value.asString(),
    });
    return address(setting, 'this');
  }
}

/** From the role, so that there is one before the setting names it. */
const settingValue = (role: Expr<IamRole>): Expr<string> =>
  expr`trimprefix(${text`${role.attr('path')}${role.attr('name')}`}, "/")`;
