import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import type { DefaultHostManagementProps } from './inputs';

export const enable: Case<DefaultHostManagementProps> = {
  title: 'One region',
  text: "The role, and the setting in the provider's region. Instances may need 30 minutes to use the role.",
  procedure: 'To activate Default Host Management Configuration (command line)',
  see: awsPage.defaultHostManagement,
  inputs: {},
  differs: [],
};

export const cases = [enable];
