import type { Construct } from 'constructs';
import { principalsOf } from '../../contract/words';
import { local } from '../../generator/blocks';
import { Expr, expr } from '../../generator/expression';
import { conditionOf, isAlternative, listOf, testsOf, valuesOf } from './permissions/hcl';
import type { At } from './permissions/hcl';
import type {
  StatementCondition,
  StatementPermission,
  Term,
  TrustPermission,
  When,
} from './permissions/model';

/** What stands in a document that the module writes. */
type Statement = StatementPermission | TrustPermission;

/**
 * Puts a policy document into a local, where a reader sees it as JSON. Where it
 * varies which statements there are, they stand in a local of their own, and
 * one that comes to name nobody or nothing is left out.
 *
 * Wrap it in `jsonencode` to use it.
 *
 * @param name of the local: `own_policy`, and `own_statements` beside it
 * @param withSids whether each statement says its id: `StartRunbooks` for `start_runbooks`
 */
export function document(
  scope: Construct,
  name: string,
  statements: readonly Statement[],
  at: At,
  { withSids = false } = {},
): Expr<object> {
  const content = statements.map((statement) => ({
    ...(withSids && { Sid: sidOf(statement) }),
    ...statementJson(statement, at),
  }));
  const isTrust = statements.some(({ kind }) => kind === 'trust');
  if (!statements.some(mayBeLeftOut)) {
    return local<object>(scope, name, { Version: '2012-10-17', Statement: content });
  }
  const [what, named] = isTrust ? principal(statements) : ['resource', expr`statement.Resource`];
  const comment = `A statement without a ${what} is left out.`;
  const all = local(scope, name.replace(/policy$/, 'statements'), content, comment);
  return local<object>(scope, name, {
    Version: '2012-10-17',
    Statement: expr`[for statement in ${all} : statement if length(${named}) > 0]`,
  });
}

/**
 * Puts terms and tests that several statements share into locals, so that each statement refers to them.
 *
 * @param terms with `for_each`, or all that are the actions of a statement, by the names of the locals
 * @param tests by the names of the locals
 */
export function inLocals(
  scope: Construct,
  at: At,
  terms: Readonly<Record<string, Term | readonly Term[]>>,
  tests: Readonly<Record<string, When>> = {},
): At {
  const lists = Object.entries(terms).map(
    ([name, term]) =>
      [term, local(scope, name, new Expr<readonly string[]>(listOf([term].flat(), at)))] as const,
  );
  const verdicts = Object.entries(tests).map(([name, test]): [When, Expr<boolean>] => [
    test,
    local(scope, name, conditionOf([test], at)),
  ]);
  return Object.assign((path: string) => at(path), {
    lists: new Map(lists),
    tests: new Map(verdicts),
  });
}
/** What names whom a statement trusts, in words and as an expression. */
const principal = (statements: readonly Statement[]): [string, Expr<unknown>] =>
  statements.some((one) => one.kind === 'trust' && one.accounts !== undefined)
    ? ['principal', expr`one(values(statement.Principal))`]
    : ['service', expr`statement.Principal.Service`];

/** IAM takes letters and digits. */
const sidOf = ({ id }: Statement): string =>
  id.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A statement as it stands in the `.tf.json` file: JSON in AWS's order, with `${...}` where something varies. */
function statementJson(statement: Statement, at: At): object {
  const { id, for_each, actions, conditions } = statement;
  if (for_each !== undefined) {
    throw new Error(
      `${id} is repeated: a document has each statement once, so repeat its resources`,
    );
  }
  const named = valuesOf(namedBy(statement), at, needed(namedBy(statement), statement.when));
  return {
    Effect: 'Allow',
    ...(statement.kind === 'trust' && {
      Principal: { [statement.accounts ? 'AWS' : 'Service']: named },
    }),
    Action: valuesOf(actions, at),
    ...(statement.kind === 'statement' && { Resource: named }),
    ...(conditions.length > 0 && { Condition: conditionJson(conditions, at) }),
  };
}

/** Whom it trusts, or on what it grants something. */
const namedBy = (statement: Statement): readonly Term[] =>
  statement.kind === 'trust' ? principalsOf(statement) : statement.resources;

/** Whether there are inputs for which it names nobody or nothing; a principal or resource of two is always there. */
function mayBeLeftOut(statement: Statement): boolean {
  const named = namedBy(statement);
  const isAlways = named.some((term) => term.for_each === undefined && term.when === undefined);
  return statement.when.length > 0 || !(isAlways || isAlternative(named));
}

/** The tests but those on the collection that all is named by: an empty one comes to nothing by itself. */
const needed = (named: readonly Term[], when: readonly When[]): When[] =>
  when.filter(
    ({ value, test }) => test !== 'is-not-empty' || !named.every((term) => isOf(value, term)),
  );

const isOf = (collection: string, { for_each, when = [] }: Term): boolean =>
  for_each === collection ||
  when.some(({ value, test }) => value === collection && test === 'contains');

/** Conditions as they stand in the `.tf.json` file. */
export function conditionJson(conditions: readonly StatementCondition[], at: At): object {
  return conditions.reduce<Record<string, object | string>>((all, condition) => {
    const { operator, key, values, for_each } = condition;
    const others = all[operator];
    if (for_each !== undefined) {
      return { ...all, [operator]: testsOf(condition, at).inString };
    }
    return {
      ...all,
      [operator]: { ...(typeof others === 'object' && others), [key]: valuesOf(values, at) },
    };
  }, {});
}
