import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';
import { differs } from '../iam/differences';

export const differsFromPage = {
  inlinePolicy: {
    page: 'The permissions are a customer managed policy.',
    module: 'They are the inline policy `SSMNotificationPermissions` of the role.',
    why: 'No other role needs this policy. The module uses its name, so `inline_policies` must not use it.',
    see: awsPage.notifications,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = [
  ...Object.values(differsFromPage),
  { ...differs.untriedConditions, see: awsPage.notifications },
];
