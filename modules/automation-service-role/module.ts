import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { AutomationServiceRole } from './construct';
import { differences } from './differences';
import { inputs } from './inputs';
import { grants } from './grants';
import { requirements } from './requirements';

export const automationServiceRole = defineModule({
  name: 'automation-service-role',
  summary: 'The IAM role that AWS Systems Manager Automation assumes to run runbooks.',
  awsPage: awsPage.automation,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role.',
    roleArn: 'ARN of the role, as runbooks take it for `AutomationAssumeRole`.',
    roleUniqueId: 'Stable id of the role, like `AROA...`.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by policy name or by key of `additional_policy_arns`. If a key is the same as a policy name, it takes precedence.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    policyName: 'Name of the inline policy that the module writes.',
    policyDocument: 'The inline policy that the module writes, as JSON.',
  },
  cases,
  differences,
  domain: permissionsDomain(permissionsModel(grants), inputs),
  dataFiles: [awsPolicyFile],
  build: (scope, id, props) => new AutomationServiceRole(scope, id, props),
});
