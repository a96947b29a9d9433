import type { Construct } from 'constructs';
import { local } from '../../generator/blocks';
import { expr } from '../../generator/expression';
import type { Expr } from '../../generator/expression';
import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';
import { statement } from './document';
import type { Statement } from './document';

export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  refused: 'ec2',
  code: 'ServiceName',
  must: 'must be a service principal',
  remedy: 'write it like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

/**
 * A statement that lets roles be passed, without its condition if there are no services.
 *
 * @param services those that the roles may be passed to; empty: any
 * @param partition EC2 goes by a second name in China, so there it is added to the first
 */
export function passRoleStatement(
  scope: Construct,
  name: string,
  roles: Expr<string | readonly string[]>,
  services: Expr<readonly string[]>,
  partition: Expr<string>,
): Expr<Statement> {
  const ec2InChina = expr`${partition} == "aws-cn" && contains(${services}, "ec2.amazonaws.com")
    ? ["ec2.amazonaws.com.cn"] : []`;
  const passedTo = expr`concat(sort(${services}), ${ec2InChina})`;
  const whole = statement(scope, name, {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: roles,
    Condition: { StringEquals: { 'iam:PassedToService': passedTo.inString } },
  });
  const asAsked = expr<Statement>`{ for key, value in ${whole} : key => value
    if key != "Condition" || length(${services}) > 0 }`;
  return local(scope, `${name}_as_asked`, asAsked);
}
