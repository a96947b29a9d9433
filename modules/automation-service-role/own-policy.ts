import type { Construct } from 'constructs';
import { expr, literal, text } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import type { References } from '../../generator/inputs';
import { document, statement } from '../iam/document';
import { passRoleStatement } from '../iam/pass-role';
import type { inputs } from './inputs';

/**
 * The inline policy that the module writes itself.
 *
 * The role's own ARN is put together, so that the first plan shows the policy
 * whole; and one policy holds all statements, so that nothing is counted by
 * ARNs that may be unknown until apply.
 */
export function ownPolicy(
  scope: Construct,
  ref: References<typeof inputs>,
  partition: Expr<string>,
  account: Expr<string>,
): Expr<object> {
  const itself = statement(scope, 'pass_itself', {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: text`arn:${partition}:iam::${account}:role${literally(ref.path)}${ref.roleName}`,
  });
  const roles = expr<string[]>`sort(${ref.passRoleArns})`;
  const others = passRoleStatement(scope, 'pass_others', roles, ref.passRoleServices, partition);
  const invoke = statement(scope, 'invoke_functions', {
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Resource: expr`sort(${ref.lambdaFunctionArns})`,
  });
  const all = expr`[${itself}, ${others}, ${invoke}]`;
  // IAM takes no statement without a resource
  const filled = expr`for statement in ${all} : statement if length(statement.Resource) > 0`;
  return document(scope, 'own_policy', expr`[${filled}]`);
}

/**
 * A path that stands for itself in an ARN: IAM takes `*`, `?` and `$` in the
 * path of a role, where a policy would read them as wildcards and variables.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
function literally(path: Expr<string>): Expr<string> {
  const escape = (text: Expr<string>, character: string): Expr<string> =>
    expr`replace(${text}, ${literal(character)}, ${literal(`\${${character}}`)})`;
  // the dollar first, for the others bring one along
  return ['$', '*', '?'].reduce(escape, path);
}
