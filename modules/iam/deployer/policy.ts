import type { DeployerStatement } from '../../../contract/deployer';
import { UsageError } from '../../../errors';
import type { Domain } from '../../../generator/domain';
import { calledConditions, calledTerms, decided } from '../permissions/called';
import type { Arguments } from '../permissions/called';
import { conditionsOf } from '../permissions/explain';
import type { Grant } from '../permissions/explain';
import { holds, scopesOf, textsOf, valueAt } from '../permissions/placeholders';
import type { Scope } from '../permissions/placeholders';
import { pathsIn } from './statements';

/** A policy document as IAM takes it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: NonNullable<Grant['conditions']>;
}

/** The statements behind what is told of it. */
export const deployerOf = ({ data }: Domain): readonly DeployerStatement[] =>
  data.deployer as readonly DeployerStatement[];

/** All actions of a statement, whatever needs them. */
export const actionsIn = ({ actions }: DeployerStatement): string[] =>
  [...new Set(Object.values(actions).flat())].sort();

/**
 * The policy of whoever deploys a module with given inputs.
 *
 * @param scope inputs as Terraform calls them, defaults filled in: see `explain`
 * @throws UsageError `NameInPolicy` for a name that IAM does not take
 */
export function deployerPolicy(
  statements: readonly DeployerStatement[],
  scope: Scope,
): PolicyDocument {
  refuseOtherNames(statements, scope);
  const granted = statements
    .filter(({ when }) => holds(when, scope))
    .map((statement) => statementOf(statement, scope))
    .filter(({ Resource }) => Resource.length > 0);
  return { Version: '2012-10-17', Statement: granted.reduce(merged, []) };
}

/** The statements of a called module in its caller's inputs. */
export function calledStatements(
  statements: readonly DeployerStatement[],
  given: Arguments,
): DeployerStatement[] {
  return statements.flatMap((statement) => {
    const when = decided(statement.when, given);
    const resources = calledTerms(statement.resources, given);
    const conditions = calledConditions(statement.conditions, given);
    return when === undefined || resources.length === 0
      ? []
      : [{ ...statement, when, resources, conditions }];
  });
}

function statementOf(statement: DeployerStatement, scope: Scope): PolicyStatement {
  const Condition = conditionsOf(statement.conditions, scope);
  return {
    Sid: statement.sid,
    Effect: 'Allow',
    Action: actionsIn(statement),
    Resource: [...new Set(textsOf(statement.resources, scope))],
    ...(Object.keys(Condition).length > 0 && { Condition }),
  };
}

/** With the resources of those that allow the same: several modules ask for it on theirs. */
function merged(all: PolicyStatement[], next: PolicyStatement): PolicyStatement[] {
  const what = ({ Resource: _, ...rest }: PolicyStatement): string => JSON.stringify(rest);
  const same = all.find((one) => what(one) === what(next));
  return same === undefined
    ? [...all, next]
    : all.map((one) =>
        one === same
          ? { ...one, Resource: [...new Set([...one.Resource, ...next.Resource])] }
          : one,
      );
}

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
function refuseOtherNames(statements: readonly DeployerStatement[], scope: Scope): void {
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
