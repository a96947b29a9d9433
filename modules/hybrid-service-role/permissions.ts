import { awsPage } from '../iam/aws-pages';
import { callersPermissions, nodePolicies, permissionsModel } from '../iam/permissions/attached';
import { always, is } from '../iam/permissions/model';
import { s3Permissions, s3Tables } from '../iam/permissions/s3';
import { conditions, trusts } from '../iam/permissions/trust';
import { SSM, onlyFromAccount } from '../iam/trust-policy';

const ROLE = always('role/${role_name}');

/** All that the role can be given, and by which input. */
export const permissions = permissionsModel(
  [
    trusts({
      id: 'trust',
      services: always(SSM),
      conditions: conditions(
        onlyFromAccount('partition', 'account_id', 'ArnEquals', '*'),
        is('confused_deputy_protection', true),
      ),
      reason:
        "Systems Manager acts as the role for the nodes of a hybrid activation. The conditions keep it to your own account's; the star stands for every Systems Manager resource of the account, in every region, for a role is global.",
      see: awsPage.hybridServiceRole,
    }),
    ...nodePolicies(ROLE),
    ...s3Permissions(ROLE),
    ...callersPermissions(ROLE),
  ],
  s3Tables,
);
