import { awsPage } from '../iam/aws-pages';
import { attaches } from '../iam/managed-policies';
import { always, is } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { trustsAsPrinted, trustsOthers } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');
const see = awsPage.defaultHostManagement;

/** Who may assume the role. */
export const trust = [
  ...trustsAsPrinted('give its permissions to EC2 instances', awsPage.defaultHostManagement),
  trustsOthers(),
];

/** The policy of AWS. */
export const managed = [
  attaches(
    {
      policy: 'AmazonSSMManagedEC2InstanceDefaultPolicy',
      when: [is('core_policy', 'AmazonSSMManagedEC2InstanceDefaultPolicy')],
      reason:
        'What SSM Agent needs for the core functions of Systems Manager. Unlike AmazonSSMManagedInstanceCore, it does not allow reading parameters.',
      see,
    },
    ROLE,
  ),
] as const;

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...managed, ...callersGrants(ROLE)];
