import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { AutomationAdministrationRoleProps } from './inputs';

export const administration: Case<AutomationAdministrationRoleProps> = {
  title: 'The central account',
  text: 'The role with which automations run in other accounts. Create it once, in the account that starts them.',
  procedure:
    'To create the required IAM administration role for multi-Region and multi-account automations by using AWS CloudFormation',
  see: awsPage.automationAccounts,
  inputs: {},
  toTheLetter: { organizationalUnits: true },
  differs: [differs.unitsOnRequest],
};

export const cases = [administration];
