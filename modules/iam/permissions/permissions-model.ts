import type { ManagedPolicy } from '../managed-policies';
import { s3Tables } from '../s3-grants';
import { MANAGED_POLICIES_AS_OF, MANAGED_POLICY_STATEMENTS } from './managed-policy-statements';
import type { Permission, PermissionsModel } from './model';

/** A module's grants with what they refer to. */
export function permissionsModel(permissions: readonly Permission[]): PermissionsModel {
  const text = JSON.stringify(permissions);
  const names = permissions.flatMap((one) =>
    one.kind === 'attached-policy' && one.managed_policy !== undefined ? [one.managed_policy] : [],
  );
  return {
    permissions,
    tables: Object.fromEntries(
      Object.entries(s3Tables).filter(([name]) => text.includes(`\${tables.${name}[`)),
    ),
    managed_policies: Object.fromEntries(
      names.map((name) => [
        name,
        {
          as_of: MANAGED_POLICIES_AS_OF,
          statements: MANAGED_POLICY_STATEMENTS[name as ManagedPolicy],
        },
      ]),
    ),
  };
}
