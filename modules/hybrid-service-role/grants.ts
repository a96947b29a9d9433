import { awsPage } from '../iam/aws-pages';
import { nodeGrants } from '../iam/node-permissions';
import { always } from '../iam/permissions/model';
import { trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

/** Who may assume the role. */
export const trust = [
  ...trustsSystemsManager({
    id: 'trust',
    operator: 'ArnEquals',
    resource: '*',
    reason:
      "Systems Manager acts as the role for the nodes of a hybrid activation. The conditions keep it to your own account's; the star stands for every Systems Manager resource of the account, in every region, for a role is global.",
    see: awsPage.hybridServiceRole,
  }),
  trustsOthers(),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...nodeGrants(always('role/${role_name}'))];
