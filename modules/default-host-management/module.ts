import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { cases } from './cases';
import { DefaultHostManagement } from './construct';
import { differences } from './differences';
import { domain } from './domain';
import { inputs } from './inputs';
import { requirements } from './requirements';

export const defaultHostManagement = defineModule({
  name: 'default-host-management',
  summary:
    'Default Host Management Configuration of AWS Systems Manager: the IAM role, and the setting of a region that names it.',
  awsPage: awsPage.defaultHostManagement,
  provider: { ...awsProvider, mocks: { ...awsProvider.mocks, aws_region: { id: 'us-east-2' } } },
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role.',
    roleArn: 'ARN of the role.',
    roleUniqueId: 'Stable id of the role, like `AROA...`.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by policy name or by key of `additional_policy_arns`. If a key is the same as a policy name, it takes precedence.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    serviceSettingValue:
      'Value of the setting that names the role, whether or not the module sets it: path and name without the first slash.',
    serviceSettingId: 'ARN of the setting. Null if `enabled` is false.',
  },
  cases,
  differences,
  domain,
  dataFiles: [awsPolicyFile],
  build: (scope, id, props) => new DefaultHostManagement(scope, id, props),
});
