import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

/** What the page goes through one procedure after the other. */
export const cases: readonly Case[] = [
  {
    title: 'Managed nodes of an account',
    text: 'The roles for EC2 instances and for servers outside EC2.',
    procedure: 'Setting up managed nodes for AWS Systems Manager',
    see: awsPage.settingUpNodes,
    inputs: {
      hybridServiceRole: true,
      instanceProfile: true,
    },
    differs: [],
  },
];
