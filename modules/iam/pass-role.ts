import type { Construct } from 'constructs';
import { hcl, template } from '../../generator/hcl';
import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';
import { statement } from './document';

export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  refused: 'ec2',
  code: 'ServiceName',
  must: 'must be service principals',
  remedy: 'write them like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

/**
 * A statement that lets roles be passed, as a local and a template over it.
 *
 * @param roles expression of one ARN or of a list of them
 * @param services expression of the set of services the roles may be passed to; empty: any
 * @param partition EC2 goes by a second name in China, so there it is added to the first
 * @returns expression of the statement, without its condition if there are no services
 */
export function passRoleStatement(
  scope: Construct,
  name: string,
  roles: string,
  services: string,
  partition: string,
): string {
  const named = hcl`flatten([for service in sort(${services}) :
    service == "ec2.amazonaws.com" && ${partition} == "aws-cn" ? [service, "ec2.amazonaws.com.cn"] : [service]])`;
  const whole = statement(scope, name, {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: template(roles),
    Condition: { StringEquals: { 'iam:PassedToService': template(named) } },
  });
  return hcl`{ for key, value in ${whole} : key => value
    if key != "Condition" || length(${services}) > 0 }`;
}
