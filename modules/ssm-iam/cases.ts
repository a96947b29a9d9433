import type { Case } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

/** What the page goes through one procedure after the other. */
export const cases: readonly Case[] = [
  {
    title: 'Managed nodes and automations of an account',
    text: 'Instances in EC2, servers outside, and automations that run on both. The procedures that the page links to are in the READMEs of the modules, as is what differs from them.',
    procedure: 'Setting up managed nodes for AWS Systems Manager',
    see: awsPage.settingUpNodes,
    inputs: {
      regions: ['us-east-2'],
      hybridServiceRole: {},
      instanceProfile: {},
      automationServiceRole: {},
    },
    differs: [],
  },
];
