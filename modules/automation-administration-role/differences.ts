import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';

export const differsFromPage = {
  unitsOnRequest: {
    page: "AWS's template for organizations allows organizations:ListAccountsForParent.",
    module: 'Only with `organizational_units`.',
    why: 'The role lists accounts of the organization only where automations target organizational units.',
    see: awsPage.automationAccounts,
  },
  templateUnseen: {
    page: 'A CloudFormation template for download.',
    module: 'The role as public copies of the template have it.',
    why: "The guide prints no policies for this role. Trust, policy and names are those of public copies of AWS's template; the current download was not compared.",
    see: awsPage.automationAccounts,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  ...Object.values(differsFromPage),
  { ...differs.untriedConditions, see: awsPage.automationAccounts },
];
