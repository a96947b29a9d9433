import type { Construct } from 'constructs';
import { template } from '../../generator/hcl';
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
 *
 * @returns address of the document
 */
export function ownPolicy(
  scope: Construct,
  ref: References<typeof inputs>,
  partition: string,
  account: string,
): string {
  const path = `role${template(literally(ref.path))}${template(ref.roleName)}`;
  const itself = statement(scope, 'pass_itself', {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:${template(partition)}:iam::${template(account)}:${path}`,
  });
  const others = passRoleStatement(
    scope,
    'pass_others',
    `sort(${ref.passRoleArns})`,
    ref.passRoleServices,
    partition,
  );
  const invoke = statement(scope, 'invoke_functions', {
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Resource: template(`sort(${ref.lambdaFunctionArns})`),
  });
  const all = `[${itself}, ${others}, ${invoke}]`;
  return document(
    scope,
    'own_policy',
    // IAM takes no statement without a resource
    template(`[for statement in ${all} : statement if length(statement.Resource) > 0]`),
  );
}

/**
 * A path that stands for itself in an ARN: IAM takes `*`, `?` and `$` in the
 * path of a role, where a policy would read them as wildcards and variables.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
function literally(path: string): string {
  const escape = (text: string, character: string): string =>
    `replace(${text}, "${character}", "$\${${character}}")`;
  // the dollar first, for the others bring one along
  return ['$', '*', '?'].reduce(escape, path);
}
