import { defineModule } from '../../generator/module';
import { awsPage } from '../iam/aws-pages';
import { awsProvider } from '../iam/aws-provider';
import { cases } from './cases';
import { AutomationUserAccess } from './construct';
import { differences } from './differences';
import { inputs } from './inputs';

export const automationUserAccess = defineModule({
  name: 'automation-user-access',
  summary:
    'Lets IAM users, groups and roles run AWS Systems Manager automations with an Automation service role.',
  awsPage: awsPage.automation,
  provider: awsProvider,
  inputs,
  outputs: {
    policyArn: 'ARN of the policy that allows passing the Automation role.',
  },
  cases,
  differences,
  build: (scope, id, props) => new AutomationUserAccess(scope, id, props),
});
