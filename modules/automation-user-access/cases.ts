import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { AutomationUserAccessProps } from './inputs';

export const userAccess: Case<AutomationUserAccessProps> = {
  title: 'People who may run automations',
  text: 'Name users, groups or roles, and the role that their automations run with.',
  procedure: 'To configure user access and attach the iam:PassRole policy to a user account',
  see: awsPage.automationUsers,
  inputs: {
    automationRoleArn: 'arn:aws:iam::123456789012:role/AutomationServiceRole',
    users: ['jane'],
  },
  toTheLetter: { access: 'full', passRoleServices: [] },
  differs: [differs.automationsOnly, differs.managedPolicy, differs.passToSystemsManagerOnly],
};

export const cases = [userAccess];
