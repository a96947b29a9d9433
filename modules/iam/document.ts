import type { Construct } from 'constructs';
import { local } from '../../generator/blocks';
import type { Expr } from '../../generator/expression';

/** One or more texts of a statement, or what gives them at plan. */
export type Value = string | readonly string[] | Expr<string | readonly string[] | null>;

/** One statement as it stands in the `.tf.json` file: JSON, with `${...}` where something varies. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Principal?: { readonly Service: Value };
  readonly Action: string | readonly string[];
  readonly Resource?: Value;
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/**
 * Puts a policy document into a local, where a reader sees it as JSON; wrap it
 * in `jsonencode` to use it.
 */
export function document(
  scope: Construct,
  name: string,
  statements: readonly Statement[] | Statement | Expr<readonly Statement[]>,
): Expr<object> {
  return local<object>(scope, name, { Version: '2012-10-17', Statement: statements });
}

/** Puts one statement into a local, for a document that is put together at plan. */
export const statement = (scope: Construct, name: string, content: Statement): Expr<Statement> =>
  local(scope, name, content);
