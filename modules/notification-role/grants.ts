import { awsPage } from '../iam/aws-pages';
import { allows, always, isNotEmpty } from '../iam/permissions/model';
import { callersGrants } from '../iam/role-policies';
import { trustsAsPrinted, trustsOthers } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');

const inPolicy = {
  address: 'aws_iam_role_policy.own',
  granted_to: ROLE,
  see: awsPage.notifications,
};

/** Who may assume the role. */
export const trust = [
  ...trustsAsPrinted('send notifications', awsPage.notifications),
  trustsOthers(),
];

/** The inline policy that the module writes itself. */
export const own = [
  allows({
    ...inPolicy,
    id: 'publish',
    actions: always('sns:Publish'),
    resources: [{ text: '${each.value}', for_each: 'topic_arns' }],
    reason: 'The status of commands is published to these topics and to no others.',
  }),
  allows({
    ...inPolicy,
    id: 'encrypt',
    when: [isNotEmpty('kms_key_arns')],
    actions: always('kms:GenerateDataKey', 'kms:Decrypt'),
    resources: [{ text: '${each.value}', for_each: 'kms_key_arns' }],
    reason: 'Publishing to an encrypted topic needs the key of the topic.',
  }),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...own, ...callersGrants(ROLE)];
