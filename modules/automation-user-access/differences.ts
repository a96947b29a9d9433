import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  managedPolicy: {
    page: 'The right to pass the role is an inline policy of one user.',
    module: 'It is a managed policy.',
    why: 'The right to pass the role is a managed policy of the caller in place of an inline one, so that users, groups and roles can share it.',
    see: awsPage.automationUsers,
  },
  passToSystemsManagerOnly: {
    page: 'iam:PassRole has no condition.',
    module:
      'The role may be passed to the services in `pass_role_services` only, Systems Manager by default.',
    why: 'The role may be passed to Systems Manager and to no other service, so that the user cannot give it to an instance or a function of theirs.',
    see: awsPage.passRole,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
