import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { AutomationExecutionRoleProps } from './inputs';

export const execution: Case<AutomationExecutionRoleProps> = {
  title: 'Each target account',
  text: 'The role that the Administration role assumes to run automations in the account. Create it in every account that automations target, under the same name.',
  procedure:
    'To create the required IAM automation role for multi-Region and multi-account automations by using AWS CloudFormation',
  see: awsPage.automationAccounts,
  inputs: { administrationAccountId: '210987654321' },
  toTheLetter: { organizationId: 'o-exampleorgid', confusedDeputyProtection: false },
  differs: [
    differs.trustByName,
    differs.organizationOnRequest,
    differs.guardedTrust,
    differs.passItselfToSystemsManagerOnly,
    differs.groupsOfTheAccount,
  ],
};

export const cases = [execution];
