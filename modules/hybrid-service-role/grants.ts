import { awsPage } from '../iam/aws-pages';
import { nodeGrants } from '../iam/node-permissions';
import { always } from '../iam/permissions/model';
import { trustsOthers, trustsSystemsManager } from '../iam/trust-policy';

/** Nodes outside EC2. */
export const NODES = 'arn:${partition}:ssm:*:*:managed-instance/*';

/** Who may assume the role. */
export const trust = [
  ...trustsSystemsManager({
    id: 'trust',
    operator: 'ArnEquals',
    resource: '*',
    reason:
      'Systems Manager assumes the role for the nodes of a hybrid activation. The conditions limit it to your own account. The star matches every Systems Manager resource of the account, in every region, since roles are global.',
    see: awsPage.hybridServiceRole,
  }),
  trustsOthers(),
];

/** All that the role can be given, and by which input. */
export const grants = [...trust, ...nodeGrants(always('role/${role_name}'), NODES)];
