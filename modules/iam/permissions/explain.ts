import type { Permission, PermissionsModel, StatementCondition, Term } from './model';
import { filled, holds, scopesOf, textsOf, valueAt } from './placeholders';
import type { Scope } from './placeholders';

/** What a permission of any kind allows whom; what others have is absent. */
interface Content<T, C> {
  /** Who may assume the role: of a trust only. */
  readonly services?: T;
  /** The same where it is AWS accounts, by their ARNs. */
  readonly accounts?: T;
  readonly actions?: T;
  readonly resources?: T;
  readonly conditions?: C;
  readonly policy_arn?: string;
  /** Name of the AWS managed policy; the model has what it allowed on a day. */
  readonly managed_policy?: string;
  /** A policy document of the caller. */
  readonly document?: string;
}

/** Condition operator => key => values. */
type Tests = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One thing that a module grants for given inputs. */
export interface Grant extends Content<readonly string[], Tests> {
  readonly id: string;
  readonly kind: Permission['kind'];
  readonly address: string;
  /** Who gets it, like `role/SSMServiceRole`. */
  readonly granted_to: readonly string[];
  /** The inputs that asked for it, by name; none: it is always granted. */
  readonly because: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly see: string;
}

/**
 * What a module grants for given inputs, in the order of its model. A statement
 * that comes to name no resource is no grant.
 *
 * @param scope inputs as Terraform calls them, defaults filled in; what is null
 *   and stands in a text keeps its placeholder there
 */
export function explain(model: PermissionsModel, scope: Scope): Grant[] {
  const all = { ...scope, tables: model.tables };
  return model.permissions.flatMap((permission) =>
    scopesOf(all, permission.for_each)
      .filter((each) => holds(permission.when, each))
      .map((each) => grant(permission, each))
      .filter(({ resources }) => resources === undefined || resources.length > 0),
  );
}

function grant(permission: Permission, scope: Scope): Grant {
  const { id, kind, address, reason, see } = permission;
  return {
    id,
    kind,
    address,
    granted_to: textsOf(permission.granted_to, scope),
    ...contentOf(permission, {
      terms: (terms) => [...new Set(textsOf(terms, scope))],
      text: (text) => filled(text, scope) ?? text,
      conditions: (conditions) => conditionsOf(conditions, scope),
    }),
    because: because(permission, scope),
    reason,
    see,
  };
}

/** How the parts of a permission are written. */
interface Writing<T, C> {
  readonly terms: (terms: readonly Term[]) => T;
  readonly text: (text: string) => string;
  readonly conditions: (conditions: readonly StatementCondition[]) => C;
}

/** What a permission allows whom, with its parts written in some way. */
export function contentOf<T, C>(
  permission: Permission,
  { terms, text, conditions }: Writing<T, C>,
): Content<T, C> {
  switch (permission.kind) {
    case 'trust':
      return {
        services: terms(permission.services),
        ...(permission.accounts && { accounts: terms(permission.accounts) }),
        actions: terms(permission.actions),
        conditions: conditions(permission.conditions),
      };
    case 'statement':
      return {
        actions: terms(permission.actions),
        resources: terms(permission.resources),
        conditions: conditions(permission.conditions),
      };
    case 'attached-policy':
      return {
        policy_arn: text(permission.policy_arn),
        ...(permission.managed_policy !== undefined && {
          managed_policy: permission.managed_policy,
        }),
      };
    case 'embedded-document':
      return { document: text(permission.document) };
    case 'boundary':
      return { policy_arn: text(permission.policy_arn) };
  }
}

/** Conditions for given inputs. */
export function conditionsOf(conditions: readonly StatementCondition[], scope: Scope): Tests {
  const all: Record<string, Record<string, string[]>> = {};
  for (const { operator, key, values, for_each } of conditions) {
    for (const each of scopesOf(scope, for_each)) {
      const name = filled(key, each) ?? key;
      all[operator] = { ...all[operator], [name]: textsOf(values, each) };
    }
  }
  return all;
}

/** The inputs that decide on a permission; what a part of it hangs on is not among them. */
function because({ when, for_each }: Permission, scope: Scope): Record<string, unknown> {
  const inputs = when.map(({ value }) => value).filter((path) => !path.startsWith('each.'));
  return {
    ...(for_each !== undefined && { [for_each]: valueAt(scope, 'each.value') }),
    ...Object.fromEntries(inputs.map((name) => [name, valueAt(scope, name)])),
  };
}
