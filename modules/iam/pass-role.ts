import { hcl } from '../../generator/hcl';
import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';

export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  code: 'ServiceName',
  must: 'must be service principals',
  remedy: 'write them like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

/**
 * Expression of a statement that lets roles be passed.
 *
 * @param roles expression of one ARN or of a list of them
 * @param services expression of the set of services the roles may be passed to; empty: any
 * @param partition EC2 goes by a second name in China, so there it is added to the first
 */
export function passRoleStatement(roles: string, services: string, partition: string): string {
  const named = hcl`flatten([for service in sort(${services}) :
    service == "ec2.amazonaws.com" && ${partition} == "aws-cn" ? [service, "ec2.amazonaws.com.cn"] : [service]])`;
  return hcl`merge(
    { Effect = "Allow", Action = "iam:PassRole", Resource = ${roles} },
    { for key, value in { Condition = { StringEquals = { "iam:PassedToService" = ${named} } } } :
      key => value if length(${services}) > 0 })`;
}
