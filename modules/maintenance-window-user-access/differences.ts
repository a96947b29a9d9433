import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  nothingBesides: {
    page: 'Users, groups and roles that register tasks get AmazonSSMFullAccess, or something comparable.',
    module: 'Passing the role and listing roles, and nothing else.',
    why: 'AmazonSSMFullAccess allows everything in Systems Manager, including commands as root on every managed node. People who register tasks need less, and another policy can grant that.',
    see: awsPage.maintenanceWindows,
  },
  passToSystemsManagerOnly: {
    page: 'iam:PassRole has no condition.',
    module:
      'The role may be passed to the services in `pass_role_services` only, Systems Manager by default.',
    why: 'By default, the role may be passed to Systems Manager and to no other service. Nobody can then give it to their own instance or function.',
    see: awsPage.passRole,
  },
  noServiceLinkedRole: {
    page: 'iam:ListRoles is allowed on roles below `aws-service-role/ssm.amazonaws.com/` too.',
    module: 'Only on `role/`, for the list that the console shows.',
    why: 'The second path is that of the service-linked role, which AWS no longer recommends for the tasks of maintenance windows.',
    see: awsPage.maintenanceWindows,
  },
  managedPolicy: {
    page: 'The policy is created inline, for one group.',
    module: 'It is a managed policy.',
    why: 'It is a customer managed policy, so that users, groups and roles can share it.',
    see: awsPage.maintenanceWindows,
  },
} as const satisfies Readonly<Record<string, Difference>>;

export const differences: readonly Difference[] = Object.values(differsFromPage);
