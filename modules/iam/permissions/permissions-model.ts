import allManagedPolicies from '../managed-policies.json';
import { s3Tables } from '../s3-grants';
import type { Permission, PermissionsModel } from './model';

/**
 * What the policies of AWS allow that a module attaches. AWS may change them at any time: this
 * is for people who review, nothing is made from it. `npm run policies` writes it.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const MANAGED_POLICIES = allManagedPolicies as PermissionsModel['managed_policies'];

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
      names.flatMap((name) => {
        const policy = MANAGED_POLICIES[name];
        return policy === undefined ? [] : [[name, policy]];
      }),
    ),
  };
}
