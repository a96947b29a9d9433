import type { Domain } from '../../generator/domain';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { grants } from './grants';
import { inputs } from './inputs';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

/** What decides whether an instance is managed so. */
const USE = [
  '## Several regions',
  'The setting is per region; the role is global. Call the module once, and name its role in the setting of each other region with a resource `aws_ssm_service_setting`. The example `complete` does so with a provider for each region. With AWS provider 6, one resource with `for_each` over the regions and `region = each.key` is enough; set `enabled = false` if that resource also covers the region of the module.',
  'Before you change the region of the provider, set `enabled = false` and apply. Otherwise the setting of the old region stays.',
  '## If the role exists',
  'If somebody turned the configuration on in the console, in any region, the role exists. Import it to `aws_iam_role.this`, by its name. Applying the module replaces the value of the setting. Destroying it resets the setting and does not restore the earlier value.',
  '## Which instances use it',
  'An instance must use IMDSv2 and SSM Agent 3.2.582.0 or newer. An instance whose profile allows `ssm:UpdateInstanceInformation` does not use it: the agent tries the instance profile first. `AmazonSSMManagedInstanceCore`, the default of `instance-profile`, allows that action.',
  'The role does not allow reading parameters, writing session logs to S3 or CloudWatch Logs, or using KMS keys. To allow more, use `inline_policies` or `additional_policy_arns`. The permissions that you add apply to all instances of the region that have no instance profile for Systems Manager.',
];

export const domain: Domain = {
  ...permissions,
  sections: [...permissions.sections, ...USE],
};
