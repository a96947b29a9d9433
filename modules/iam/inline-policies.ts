import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Fn, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { address } from '../../generator/address';
import { expr } from '../../generator/expression';
import type { Expr, MapOf } from '../../generator/expression';

/**
 * Embeds the caller's inline policies, keyed by their names.
 *
 * @returns their names
 */
export function embedInlinePolicies(
  scope: Construct,
  role: Expr<string>,
  documents: Expr<MapOf<string>>,
): Expr<readonly string[]> {
  const each = documents.iterator();
  const policy = new IamRolePolicy(scope, 'inline', {
    forEach: each,
    name: each.key,
    role: role.asString(),
    // the provider takes no white space before the brace
    policy: Fn.trimspace(Token.asString(each.value)),
  });
  return expr`values(${address(policy)})[*].name`;
}
