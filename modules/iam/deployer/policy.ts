import type { DeployerStatement } from '../../../contract/deployer';
import type { Domain } from '../../../generator/domain';
import { calledPermissions } from '../permissions/called';
import type { Arguments } from '../permissions/called';
import { explain } from '../permissions/explain';
import type { Grant } from '../permissions/explain';
import { allows, always } from '../permissions/model';
import type { PermissionsModel, StatementPermission } from '../permissions/model';
import type { Scope } from '../permissions/placeholders';
import { refuseOtherNames } from './names';

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
  const granted = explain(modelOf(statements), scope).map(statementOf);
  return { Version: '2012-10-17', Statement: granted.reduce(merged, []) };
}

/** The statements of a called module in its caller's inputs. */
export function calledStatements(
  statements: readonly DeployerStatement[],
  given: Arguments,
): DeployerStatement[] {
  return statements.flatMap((statement) => {
    const called = calledPermissions(modelOf([statement]), given) as StatementPermission[];
    return called.map(({ when, resources, conditions }) => ({
      ...statement,
      when,
      resources,
      conditions,
    }));
  });
}

/** As if they were permissions that a module grants. */
const modelOf = (statements: readonly DeployerStatement[]): PermissionsModel => ({
  permissions: statements.map((statement) => ({
    ...allows({
      id: statement.sid,
      address: '',
      actions: always(...actionsIn(statement)),
      resources: statement.resources,
      conditions: statement.conditions,
      reason: '',
      see: '',
    }),
    when: statement.when,
  })),
  tables: {},
  managed_policies: {},
});

const statementOf = ({ id, actions = [], resources = [], conditions = {} }: Grant) => ({
  Sid: id,
  Effect: 'Allow' as const,
  Action: actions,
  Resource: resources,
  ...(Object.keys(conditions).length > 0 && { Condition: conditions }),
});

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
