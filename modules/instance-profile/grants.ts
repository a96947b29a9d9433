import { awsPage } from '../iam/aws-pages';
import { nodeGrants } from '../iam/node-permissions';
import { is } from '../iam/permissions/model';
import { EC2, trusts, trustsOthers } from '../iam/trust-policy';

const NEW = is('create_role', true);

/** Instances of EC2. */
export const NODES = 'arn:${partition}:ec2:*:*:instance/*';

/** Who may assume the role, if it is made. */
export const trust = [
  trusts({
    id: 'trust',
    services: EC2,
    reason:
      'EC2 gives the role to the instances that have the profile. EC2 sends neither aws:SourceAccount nor aws:SourceArn, so no condition is possible.',
    see: awsPage.instanceProfile,
  }),
  trustsOthers(),
];

/** All that the role that is made, or the one that exists, can be given, and by which input. */
export const grants = [
  ...trust.map((one) => ({ ...one, when: [NEW, ...one.when] })),
  ...nodeGrants(
    [
      { text: 'role/${role_name}', when: [NEW] },
      { text: 'role/${existing_role_name}', when: [is('create_role', false)] },
    ],
    NODES,
    [NEW],
  ),
];
