import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { permissionsDomain } from '../iam/permissions/domain';
import { permissionsModel } from '../iam/permissions/permissions-model';
import { cases } from './cases';
import { AutomationUserAccess } from './construct';
import { differences } from './differences';
import { inputs } from './inputs';
import { grants } from './grants';
import { requirements } from './requirements';

export const automationUserAccess = defineModule({
  name: 'automation-user-access',
  summary:
    'Lets IAM users, groups and roles run AWS Systems Manager automations with an Automation service role.',
  awsPage: awsPage.automation,
  provider: awsProvider,
  inputs,
  requirements,
  outputs: {
    policyName: 'Name of the policy that the module creates.',
    policyArn: 'ARN of the policy that the module creates.',
    policyDocument:
      'The policy as JSON. A permission set takes it inline; AmazonSSMFullAccess is not in it.',
  },
  cases,
  differences,
  domain: permissionsDomain(permissionsModel(grants), inputs),
  build: (scope, id, props) => new AutomationUserAccess(scope, id, props),
});
