import type { Difference } from '../../generator/cases';
import { awsPage } from '../iam/aws-pages';

export const differsFromPage = {
  nothingBesides: {
    page: 'Users, groups and roles that register tasks get AmazonSSMFullAccess, or something comparable.',
    module: 'Passing the role and listing roles, and nothing else.',
    why: 'AmazonSSMFullAccess allows everything in Systems Manager, including commands as root on every managed node. Who registers tasks needs less, and another policy can grant it.',
    see: awsPage.maintenanceWindows,
  },
  passToSystemsManagerOnly: {
    page: 'iam:PassRole has no condition.',
    module:
      'The role may be passed to the services in `pass_role_services` only, Systems Manager by default.',
    why: 'The role may be passed to Systems Manager and to no other service, so that nobody can give it to an instance or a function of theirs.',
    see: awsPage.passRole,
  },
  noServiceLinkedRole: {
    page: 'iam:ListRoles is allowed on roles below `aws-service-role/ssm.amazonaws.com/` too.',
    module: 'Only on the list that the console shows.',
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
