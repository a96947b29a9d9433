import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differsFromPage as differs } from './differences';
import type { MaintenanceWindowUserAccessProps } from './inputs';

export const registerTasks: Case<MaintenanceWindowUserAccessProps> = {
  title: 'People who register tasks',
  text: 'Name users, groups or roles, and the service role of the maintenance windows.',
  procedure: 'To configure permissions to allow users to register maintenance window tasks',
  see: awsPage.maintenanceWindows,
  inputs: {
    maintenanceWindowRoleArn: 'arn:aws:iam::123456789012:role/my-maintenance-window-role',
    users: ['mary'],
  },
  toTheLetter: { passRoleServices: [] },
  differs: [
    differs.nothingBesides,
    differs.passToSystemsManagerOnly,
    differs.noServiceLinkedRole,
    differs.managedPolicy,
  ],
};

export const cases = [registerTasks];
