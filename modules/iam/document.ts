import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { pin } from '../../generator/address';

/** One statement as it stands in the `.tf.json` file: JSON, with `${...}` where something varies. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Principal?: { readonly Service: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/**
 * Puts a policy document into a local, where a reader sees it as JSON.
 *
 * @param statements statements, a single one, or a template that gives a list of them
 * @returns address of the local; wrap it in `jsonencode` to use it
 */
export function document(
  scope: Construct,
  name: string,
  statements: readonly Statement[] | Statement | string,
): string {
  return local(scope, name, { Version: '2012-10-17', Statement: statements });
}

/** Puts one statement into a local, for a document that is put together at plan. */
export function statement(scope: Construct, name: string, content: Statement): string {
  return local(scope, name, content);
}

function local(scope: Construct, name: string, content: unknown): string {
  return pin(new TerraformLocal(scope, name, content));
}
