import type { Contract } from '../../../contract/contract';
import type * as contract from '../../../contract/permissions';

/** What a module can grant, as a module declares it: what is granted by default is computed. */

export type { ManagedStatement, Term, When } from '../../../contract/permissions';
export type { Condition as StatementCondition } from '../../../contract/permissions';

type Declared<T> = T extends unknown ? Omit<T, 'by_default'> : never;

export type Permission = Declared<contract.PermissionByKind>;
type OfKind<Kind> = Extract<Permission, { readonly kind: Kind }>;

/** Lets somebody assume the role. */
export type TrustPermission = OfKind<'trust'>;
/** A statement of a policy that the module writes. */
export type StatementPermission = OfKind<'statement'>;
/** A managed policy of AWS or of the caller, attached. */
export type AttachedPolicy = OfKind<'attached-policy'>;

/** All that a module can grant, and what is needed to tell what it grants for given inputs. */
export interface PermissionsModel extends Pick<Contract, 'tables' | 'managed_policies'> {
  readonly permissions: readonly Permission[];
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
export const always = (...texts: readonly string[]): contract.Term[] =>
  texts.map((text) => ({ text }));

type Operands = NonNullable<contract.When['operands']>;

const tested =
  (test: contract.When['test']) =>
  (value: string, ...operands: Operands): contract.When => ({ value, test, operands });

/** Tests of the value at a path; one of the operands is enough. */
export const is = tested('is');
export const isNot = tested('is-not');
export const contains = tested('contains');
export const doesNotContain = tested('does-not-contain');
export const startsWith = tested('starts-with');

export const isEmpty = (value: string): contract.When => ({ value, test: 'is-empty' });
export const isNotEmpty = (value: string): contract.When => ({ value, test: 'is-not-empty' });
