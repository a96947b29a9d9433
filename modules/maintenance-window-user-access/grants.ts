import { awsPage } from '../iam/aws-pages';
import { passesRoles } from '../iam/pass-role';
import { PEOPLE } from '../iam/people';
import { allows, always } from '../iam/permissions/model';

const inPolicy = {
  address: 'aws_iam_policy.this',
  granted_to: PEOPLE,
  see: awsPage.maintenanceWindows,
};

/** All that the users, groups and roles can be given. */
export const grants = [
  ...passesRoles({
    ...inPolicy,
    id: 'pass_maintenance_window_role',
    roles: always('${maintenance_window_role_arn}'),
    reason:
      'To register a task that runs as a role, a person must be allowed to pass that role to Systems Manager.',
  }),
  allows({
    ...inPolicy,
    id: 'list_roles',
    actions: always('iam:ListRoles'),
    resources: always('arn:${partition}:iam::${account_id}:role/'),
    reason:
      'The console lists the roles of the account, from which a person chooses one for the task. AWS prints this ARN, although IAM defines no resource type for the action; it was not tested with a live account.',
  }),
];
