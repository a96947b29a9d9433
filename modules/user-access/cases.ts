import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { UserAccessProps } from './inputs';

export const readOnly: Case<UserAccessProps> = {
  title: 'People who look',
  text: 'Name users, groups or roles. They see everything in Systems Manager except values of parameters.',
  procedure: 'AWS Systems Manager console operator read-only policy',
  see: awsPage.consoleAccess,
  inputs: { users: ['observer'] },
  toTheLetter: { access: 'aws-read-only' },
  differs: [differs.noValues, differs.instances, differs.systemsManagerOnly],
};

export const operator: Case<UserAccessProps> = {
  title: 'Operators',
  text: 'They may do everything in Systems Manager, which makes them root on every managed node, and pass the roles that you name.',
  procedure: 'AWS Systems Manager console operator policy',
  see: awsPage.consoleAccess,
  inputs: {
    policyName: 'SSMOperators',
    users: ['operator'],
    access: 'full',
    passRoleArns: ['arn:aws:iam::123456789012:role/AWS-SSM-DiagnosisAdminRole'],
  },
  differs: [differs.policyOfAws, differs.systemsManagerOnly, differs.namedRoles],
};

export const cases = [readOnly, operator];
