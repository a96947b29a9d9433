import type { DeployerStatement } from '../../../contract/deployer';
import { UsageError } from '../../../errors';
import { holds, scopesOf, valueAt } from '../permissions/placeholders';
import type { Scope } from '../permissions/placeholders';
import { pathsIn } from './statements';

/** What has a rule of its own where it is an input. */
const CHECKED = ['account_id', 'name_prefix', 'partition', 'path', 'region'];

const NAME = /^[\w+=,.@-]+$/;

/**
 * Refuses names that IAM does not take: the AWS provider does so at plan, but in a policy a star or
 * a policy variable in a name would match other names.
 *
 * @throws UsageError `NameInPolicy` for the first one
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export function refuseOtherNames(statements: readonly DeployerStatement[], scope: Scope): void {
  const terms = statements
    .filter(({ when }) => holds(when, scope))
    .flatMap(({ resources }) => resources.filter(({ when }) => holds(when, scope)));
  for (const { text, for_each } of terms) {
    for (const path of pathsIn(text).filter((one) => !CHECKED.includes(one))) {
      const values = scopesOf(scope, for_each).map((each) => valueAt(each, path));
      if (
        values.some((value) => value !== null && !(typeof value === 'string' && NAME.test(value)))
      ) {
        throw new UsageError(
          'NameInPolicy',
          `${for_each ?? path} must be a name of letters, digits and _+=,.@- where the policy is to allow it; give the name, not a pattern`,
        );
      }
    }
  }
}
