import type { Construct } from 'constructs';
import { IamRolePoliciesExclusive, IamRolePolicyAttachmentsExclusive } from '../../aws-bindings';
import { address } from '../../generator/address';
import { countIf } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { input } from '../../generator/inputs';
import * as type from '../../generator/types';

export const exclusivePoliciesInput = {
  exclusivePolicies: input.withDefault(type.bool, false, {
    description:
      'Remove every managed and inline policy from the role that this module does not attach or embed. The first apply removes policies that no plan shows; list them beforehand with `aws iam list-attached-role-policies` and `aws iam list-role-policies`. Later plans show what they remove. Turning it off, or destroying the module, does not restore what was removed.',
  }),
};

/**
 * Keeps everything else off the role than these managed policies, by their ARNs, and inline
 * policies, by their names. The lists refer to the resources.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachments_exclusive
 */
export function keepOthersOff(
  scope: Construct,
  role: Expr<string>,
  wanted: Expr<boolean>,
  { attached, inline }: Record<'attached' | 'inline', Expr<readonly string[]>>,
): void {
  const common = { count: countIf(wanted), roleName: role.asString() };
  const attachments = new IamRolePolicyAttachmentsExclusive(scope, 'exclusive_attachments', {
    ...common,
    policyArns: attached.asList(),
  });
  address(attachments, 'this');
  const embedded = new IamRolePoliciesExclusive(scope, 'exclusive_inline', {
    ...common,
    policyNames: inline.asList(),
  });
  address(embedded, 'this');
}
