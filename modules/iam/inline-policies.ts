import { Fn, Token } from 'cdktf';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { IamRolePolicy } from '../../aws-bindings';
import { address } from '../../generator/address';
import { countIf, expr, literal } from '../../generator/expression';
import type { Expr, MapOf, Reference } from '../../generator/expression';
import type { Input } from '../../generator/inputs';
import type { Requirement } from '../../generator/requirements';
import { document } from './document';
import { SAMPLE_DOCUMENT } from './examples';
import type { At } from './permissions/hcl';
import type { StatementPermission } from './permissions/model';
import { ownInlineFits } from './policy-limits';

/** The inline policies of a role: the caller's, and one of the module's. */

/**
 * Embeds the caller's inline policies, keyed by their names.
 *
 * @returns their names
 */
export function embedInlinePolicies(
  scope: Construct,
  role: Expr<string>,
  documents: Expr<MapOf<string>>,
): Expr<readonly string[]> {
  const each = documents.iterator();
  const policy = new IamRolePolicy(scope, 'inline', {
    forEach: each,
    name: each.key,
    role: role.asString(),
    // the provider takes no white space before the brace
    policy: Fn.trimspace(Token.asString(each.value)),
  });
  return expr`values(${address(policy)})[*].name`;
}

/**
 * The inline policy of the module's has a name that the caller's may not have: two of one name
 * would overwrite each other at every apply.
 */
export const inlinePolicyNameIsFree = (
  own: string,
): Requirement<{ readonly inlinePolicies: Input<unknown> }> => ({
  code: 'InlinePolicyName',
  about: ['inlinePolicies'],
  must: (name) =>
    `${name('inlinePolicies')} must not hold a policy named "${own}", which the module writes itself`,
  remedy: () => 'choose another name',
  refused: { inlinePolicies: { [own]: SAMPLE_DOCUMENT } },
  accepts: ({ inlinePolicies }) => !Object.keys(inlinePolicies as object).includes(own),
  condition: (ref) => expr`!contains(keys(${ref.inlinePolicies}), ${literal(own)})`,
});

/** The inline policy that a module writes itself. */
export interface OwnPolicy {
  /** Of the block and of its locals. @default - own */
  readonly id?: string;
  readonly name: string;
  readonly statements: readonly StatementPermission[];
  /** The inputs that make it longer. */
  readonly causes: readonly Reference<unknown>[];
  /** When there is one, and literals of inputs with which there is: the address is then that of a list. @default - always */
  readonly wanted?: {
    readonly when: Expr<boolean>;
    readonly example: Readonly<Record<string, unknown>>;
  };
}

/** Embeds it: `aws_iam_role_policy.own`, or as its id says. */
export function embedOwnPolicy(
  scope: Construct,
  role: Expr<string>,
  callers: Reference<MapOf<string>>,
  { id = 'own', name, statements, causes, wanted }: OwnPolicy,
  at: At,
  preconditions: readonly Precondition[] = [],
): Expr<IamRolePolicy> {
  const content = document(scope, `${id}_policy`, statements, at);
  const policy = new IamRolePolicy(scope, id, {
    ...(wanted && { count: countIf(wanted.when) }),
    name,
    role: role.asString(),
    policy: expr<string>`jsonencode(${content})`.asString(),
    lifecycle: {
      precondition: [
        ...preconditions,
        ownInlineFits(scope, content, callers, causes, wanted?.example),
      ],
    },
  });
  return address(policy);
}
