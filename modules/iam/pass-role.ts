import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { hcl, template } from '../../generator/hcl';
import { matches } from '../../generator/rules';
import { awsPage } from './aws-pages';
import { statement } from './document';

export const serviceName = matches({
  pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$',
  refused: 'ec2',
  code: 'ServiceName',
  must: 'must be a service principal',
  remedy: 'write it like "ec2.amazonaws.com"',
  see: awsPage.passRole,
});

/**
 * A statement that lets roles be passed.
 *
 * @param roles expression of one ARN or of a list of them
 * @param services expression of the set of services the roles may be passed to; empty: any
 * @param partition EC2 goes by a second name in China, so there it is added to the first
 * @returns address of the statement, without its condition if there are no services
 */
export function passRoleStatement(
  scope: Construct,
  name: string,
  roles: string,
  services: string,
  partition: string,
): string {
  const ec2InChina = hcl`${partition} == "aws-cn" && contains(${services}, "ec2.amazonaws.com")
    ? ["ec2.amazonaws.com.cn"] : []`;
  const whole = statement(scope, name, {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: template(roles),
    Condition: {
      StringEquals: { 'iam:PassedToService': template(`concat(sort(${services}), ${ec2InChina})`) },
    },
  });
  const asAsked = hcl`{ for key, value in ${whole} : key => value
    if key != "Condition" || length(${services}) > 0 }`;
  return pin(new TerraformLocal(scope, `${name}_as_asked`, template(asAsked)));
}
