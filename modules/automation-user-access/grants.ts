import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { passesRoles } from '../iam/pass-role';
import { always, is } from '../iam/permissions/model';
import type { Term } from '../iam/permissions/model';

const PRINCIPALS: readonly Term[] = [
  { text: 'user/${each.value}', for_each: 'users' },
  { text: 'group/${each.value}', for_each: 'groups' },
  { text: 'role/${each.value}', for_each: 'roles' },
];

export const fullAccess = attaches(
  {
    policy: 'AmazonSSMFullAccess',
    when: [is('full_access', true)],
    reason:
      'Starting automations and seeing what they did. It allows everything in Systems Manager and in CloudWatch Logs; `full_access = false` leaves it out where the principals have comparable permissions already.',
    see: awsPage.automationUsers,
  },
  PRINCIPALS,
  'aws_iam_user_policy_attachment.full_access',
);

export const passRole = passesRoles({
  id: 'pass_automation_role',
  address: 'aws_iam_policy.pass_role',
  granted_to: PRINCIPALS,
  roles: always('${automation_role_arn}'),
  reason:
    'Who starts an automation with a role has to be allowed to pass that role to Systems Manager.',
  see: awsPage.automationUsers,
});

/** All that the users, groups and roles can be given, and by which input. */
export const grants = [fullAccess, ...passRole];
