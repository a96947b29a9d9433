import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';
import { template } from '../../generator/hcl';
import { valuesOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import type {
  Permission,
  StatementCondition,
  StatementPermission,
  Term,
  TrustPermission,
  When,
} from './permissions/model';

/** What stands in a document that the module writes. */
type Statement = StatementPermission | TrustPermission;

/** The statements that a resource carries, in the order in which they are declared. */
export const statementsOf = (grants: readonly Permission[], address: string): Statement[] =>
  grants.filter(
    (one): one is Statement =>
      (one.kind === 'statement' || one.kind === 'trust') && one.address === address,
  );

/**
 * Puts a policy document into a local, where a reader sees it as JSON. Where it
 * varies which statements there are, they stand in a local of their own, and
 * one that comes to name nobody or nothing is left out.
 *
 * @param name of the local: `own_policy`, and `own_statements` beside it
 * @returns address of the local; wrap it in `jsonencode` to use it
 */
export function document(
  scope: Construct,
  name: string,
  statements: readonly Statement[],
  at: At,
): string {
  const content = statements.map((statement) => statementJson(statement, at));
  const named = statements.some(({ kind }) => kind === 'trust') ? 'Principal.Service' : 'Resource';
  if (!statements.some(mayBeLeftOut)) {
    return local(scope, name, { Version: '2012-10-17', Statement: content });
  }
  const all = local(scope, name.replace(/policy$/, 'statements'), content);
  return local(scope, name, {
    Version: '2012-10-17',
    Statement: template(`[for statement in ${all} : statement if length(statement.${named}) > 0]`),
  });
}

/** A statement as it stands in the `.tf.json` file: JSON in AWS's order, with `${...}` where something varies. */
function statementJson(statement: Statement, at: At): object {
  const { actions, conditions } = statement;
  return {
    Effect: 'Allow',
    ...(statement.kind === 'trust' && {
      Principal: { Service: valuesOf(statement.services, at, statement.when) },
    }),
    Action: valuesOf(actions, at),
    ...(statement.kind === 'statement' && {
      Resource: valuesOf(statement.resources, at, needed(statement)),
    }),
    ...(conditions.length > 0 && { Condition: conditionJson(conditions, at) }),
  };
}

const mayBeLeftOut = (statement: Statement): boolean =>
  statement.when.length > 0 ||
  (statement.kind === 'statement' && statement.resources.every(isRepeated));

const isRepeated = ({ for_each }: Term): boolean => for_each !== undefined;

/** The tests but those on the collection that the resources are: an empty one comes to nothing by itself. */
const needed = ({ when, resources }: StatementPermission): When[] =>
  when.filter(
    ({ value, test }) =>
      test !== 'is-not-empty' || !resources.every(({ for_each }) => for_each === value),
  );

function conditionJson(conditions: readonly StatementCondition[], at: At): object {
  return conditions.reduce<Record<string, Record<string, unknown>>>(
    (all, { operator, key, values }) => ({
      ...all,
      [operator]: { ...all[operator], [key]: valuesOf(values, at) },
    }),
    {},
  );
}

/** Puts something into a local. */
function local(scope: Construct, name: string, content: unknown): string {
  return pin(new TerraformLocal(scope, name, content));
}
