import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsPolicyFile } from '../iam/aws-policies';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { AutomationAdministrationRole } from './construct';
import { differences } from './differences';
import { grants } from './grants';
import { inputs } from './inputs';
import { requirements } from './requirements';

const permissions = permissionsDomain(permissionsModel(grants), inputs);

/** What else automations in other accounts take. */
const NEEDED = [
  '## What else is needed',
  'A person who starts such an automation needs `ssm:StartAutomationExecution`, and `iam:PassRole` on this role: call `automation-user-access` with its ARN. Only the management account or a delegated administrator account can target organizational units. Share a runbook of your own with the target accounts.',
];

export const automationAdministrationRole = defineModule({
  name: 'automation-administration-role',
  summary:
    'The IAM role with which AWS Systems Manager Automation runs automations in other accounts, for the account that starts them.',
  awsPage: awsPage.automationAccounts,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    roleName: 'Name of the role.',
    roleArn: 'ARN of the role, for the `AutomationAssumeRole` of automations.',
    roleUniqueId: 'Stable id of the role, like `AROA...`.',
    attachedPolicyArns:
      'ARNs of the attached managed policies, by key of `additional_policy_arns`.',
    inlinePolicyNames: 'Names of all inline policies that the module embeds in the role.',
    policyName: 'Name of the inline policy that the module writes.',
    policyDocument: 'The inline policy that the module writes, as JSON.',
  },
  cases,
  differences,
  domain: { ...permissions, sections: [...permissions.sections, ...NEEDED] },
  dataFiles: [awsPolicyFile],
  build: (scope, id, props) => new AutomationAdministrationRole(scope, id, props),
});
