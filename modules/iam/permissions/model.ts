/**
 * What a module can grant, as data: the part of its contract that a security
 * reviewer reads. It stands in `interface.json` as it is here.
 *
 * Texts hold placeholders: `${path}` is the input of that name, `${each.key}`
 * and `${each.value.name}` are what `for_each` runs over,
 * `${tables.suffixes[each.value]}` looks a value up, `${literally(path)}` is the
 * input with `*`, `?` and `$` escaped as a policy wants them, and
 * `${folder(each.value.prefix)}` is a prefix with a slash at its end, or nothing.
 * A text whose look-up finds nothing is left out, and so is a statement without
 * a resource.
 */

/** A test on an input, or on a part of what `for_each` runs over. */
export interface When {
  /** Path of the value: `regions`, `each.value.access`. */
  readonly value: string;
  readonly test: 'is' | 'is-not' | 'contains' | 'is-empty' | 'is-not-empty';
  /** One of them is enough; none for the tests on emptiness. */
  readonly operands?: readonly (string | boolean | null)[];
}

/** A text with placeholders that is there under conditions, or many times. */
export interface Term {
  readonly text: string;
  /** All have to hold. */
  readonly when?: readonly When[];
  /** Path of a collection; there is one text for each element. */
  readonly for_each?: string;
}

/** One condition of a statement. */
export interface StatementCondition {
  /** Condition operator, like `StringEquals`. */
  readonly operator: string;
  /** Condition key, like `aws:SourceAccount`. */
  readonly key: string;
  readonly values: readonly Term[];
}

interface Granted {
  /** Stable name within the module. */
  readonly id: string;
  /** Address of the resource that carries it. */
  readonly address: string;
  /** All have to hold, of each element if there is `for_each`; none: always. */
  readonly when: readonly When[];
  /** Path of a collection; there is one of this for each element. */
  readonly for_each?: string;
  /** Who gets it, like `role/${role_name}`. Nobody: it has to be attached. */
  readonly granted_to: readonly Term[];
  readonly reason: string;
  /** The AWS page that asks for it. */
  readonly see: string;
}

/** Lets somebody assume the role. */
export interface TrustPermission extends Granted {
  readonly kind: 'trust';
  readonly services: readonly Term[];
  readonly actions: readonly Term[];
  readonly conditions: readonly StatementCondition[];
}

/** A statement of a policy that the module writes. */
export interface StatementPermission extends Granted {
  readonly kind: 'statement';
  readonly actions: readonly Term[];
  readonly resources: readonly Term[];
  readonly conditions: readonly StatementCondition[];
}

/** A managed policy of AWS or of the caller, attached. */
export interface AttachedPolicy extends Granted {
  readonly kind: 'attached-policy';
  readonly policy_arn: string;
  /** Its name in `managed_policies`, if it is one of AWS's that the module knows. */
  readonly managed_policy?: string;
}

/** A policy document of the caller, embedded as it is. */
export interface EmbeddedDocument extends Granted {
  readonly kind: 'embedded-document';
  readonly document: string;
}

/** Not a grant: the policy that bounds all of them. */
export interface Boundary extends Granted {
  readonly kind: 'boundary';
  readonly policy_arn: string;
}

export type Permission =
  TrustPermission | StatementPermission | AttachedPolicy | EmbeddedDocument | Boundary;

/** A statement as AWS prints it in one of its own policies. */
export interface ManagedStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** All that a module can grant, and what is needed to tell what it grants for given inputs. */
export interface PermissionsModel {
  readonly permissions: readonly Permission[];
  /** Values to look up, by name and key. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What AWS's own policies allowed on a day; AWS changes them without asking. */
  readonly managed_policies: Readonly<
    Record<string, { readonly as_of: string; readonly statements: readonly ManagedStatement[] }>
  >;
}

type Details = Pick<
  StatementPermission,
  'id' | 'address' | 'actions' | 'resources' | 'reason' | 'see'
> &
  Partial<Pick<StatementPermission, 'conditions' | 'granted_to' | 'when'>>;

/** A statement of a policy, always there, without conditions and for nobody in particular unless told otherwise. */
export const allows = (details: Details): StatementPermission => ({
  kind: 'statement',
  when: [],
  granted_to: [],
  conditions: [],
  ...details,
});

/** Texts that are always there. */
export const always = (...texts: readonly string[]): Term[] => texts.map((text) => ({ text }));

export const is = (value: string, ...operands: readonly (string | boolean | null)[]): When => ({
  value,
  test: 'is',
  operands,
});

export const isNot = (value: string, ...operands: readonly (string | boolean | null)[]): When => ({
  value,
  test: 'is-not',
  operands,
});

export const isEmpty = (value: string): When => ({ value, test: 'is-empty' });

export const isNotEmpty = (value: string): When => ({ value, test: 'is-not-empty' });
