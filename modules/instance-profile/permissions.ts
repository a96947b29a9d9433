import { awsPage } from '../iam/aws-pages';
import { callersPermissions, nodePolicies, permissionsModel } from '../iam/permissions/attached';
import { is } from '../iam/permissions/model';
import type { Term } from '../iam/permissions/model';
import { s3Permissions, s3Tables } from '../iam/permissions/s3';
import { EC2, trusts } from '../iam/permissions/trust';

const NEW = is('create_role', true);

/** The role that is made, or the one that exists. */
const ROLE: readonly Term[] = [
  { text: 'role/${role_name}', when: [NEW] },
  { text: 'role/${existing_role_name}', when: [is('create_role', false)] },
];

/** All that the role can be given, and by which input. */
export const permissions = permissionsModel(
  [
    trusts({
      id: 'trust',
      when: [NEW],
      services: EC2,
      reason:
        'EC2 gives the role to the instances that have the profile. EC2 sends no account or ARN that a condition could ask for.',
      see: awsPage.instanceProfile,
    }),
    ...nodePolicies(ROLE),
    ...s3Permissions(ROLE),
    ...callersPermissions(ROLE, [NEW]),
  ],
  s3Tables,
);
