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
 * @param attachments addresses of all attachments of managed policies
 * @param inline addresses of all inline policies that have an instance for each key
 * @param ownInline addresses of inline policies there is one of
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachments_exclusive
 */
export function keepOthersOff(
  scope: Construct,
  role: string,
  wanted: string,
  { attachments, inline, ownInline = [] }: RolePolicies,
): void {
  const count = template(`${wanted} ? 1 : 0`);
  const arns = attachments.map((address) => `values(${address})[*].policy_arn`);
  const attached = new IamRolePolicyAttachmentsExclusive(scope, 'exclusive_attachments', {
    roleName: template(role),
    policyArns: [],
  });
  // an expression where CDKTF takes only a list
  attached.addOverride('policy_arns', template(`concat(${arns.join(', ')})`));
  attached.addOverride('count', count);
  pin(attached, 'this');
  const names = [
    ...inline.map((address) => `values(${address})[*].name`),
    ...ownInline.map((address) => `[${address}.name]`),
  ];
  const embedded = new IamRolePoliciesExclusive(scope, 'exclusive_inline', {
    roleName: template(role),
    policyNames: [],
  });
  embedded.addOverride('policy_names', template(`concat(${names.join(', ')})`));
  embedded.addOverride('count', count);
  pin(embedded, 'this');
}

/** Where the policies of a role are. */
export interface RolePolicies {
  readonly attachments: readonly string[];
  readonly inline: readonly string[];
  readonly ownInline?: readonly string[];
}
