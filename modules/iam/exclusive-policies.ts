import { IamRolePoliciesExclusive } from '@cdktf/provider-aws/lib/iam-role-policies-exclusive';
import { IamRolePolicyAttachmentsExclusive } from '@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { template } from '../../generator/hcl';
import { input } from '../../generator/inputs';
import * as type from '../../generator/types';

export const exclusivePoliciesInput = {
  exclusivePolicies: input.withDefault(type.bool, false, {
    description:
      "Remove every managed and inline policy from the role that is not one of this module's. The first apply removes policies that no plan showed: look before it with `aws iam list-attached-role-policies` and `aws iam list-role-policies`. Later plans show what they remove. Turning it off, or destroying the module, does not restore what was removed.",
  }),
};

/**
 * Keeps everything else off the role.
 *
 * @param wanted expression of the switch
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachments_exclusive
 */
export function keepOthersOff(
  scope: Construct,
  role: string,
  wanted: string,
  { attached, inline }: RolePolicies,
): void {
  const count = template(`${wanted} ? 1 : 0`);
  const attachments = new IamRolePolicyAttachmentsExclusive(scope, 'exclusive_attachments', {
    roleName: template(role),
    policyArns: [],
  });
  // an expression where CDKTF takes only a list
  attachments.addOverride('policy_arns', template(attached));
  attachments.addOverride('count', count);
  pin(attachments, 'this');
  const embedded = new IamRolePoliciesExclusive(scope, 'exclusive_inline', {
    roleName: template(role),
    policyNames: [],
  });
  embedded.addOverride('policy_names', template(inline));
  embedded.addOverride('count', count);
  pin(embedded, 'this');
}

/** The policies of a role, as expressions of lists that refer to its resources. */
export interface RolePolicies {
  /** ARNs of the managed policies. */
  readonly attached: string;
  /** Names of the inline policies. */
  readonly inline: string;
}
