import type { Diagram, DiagramEdge, DiagramNode } from '../../../contract/module';
import { explain } from './explain';
import type { Permission, PermissionsModel, Term, TrustPermission, When } from './model';
import { filled, holds } from './placeholders';
import type { Scope } from './placeholders';

/**
 * Who may assume the role and what it may then do, with the inputs that decide.
 *
 * @param defaults inputs with their defaults, which name the role
 */
export function permissionsDiagram(model: PermissionsModel, defaults: Scope): Diagram {
  const trusts = model.permissions.flatMap((one) => (one.kind === 'trust' ? [one] : []));
  const others = model.permissions.filter(({ kind }) => kind !== 'trust' && kind !== 'boundary');
  const granted = new Set(explain(model, defaults).map(({ id }) => id));
  const holders = holdersOf(others[0]?.granted_to ?? [], defaults).map((text, i) =>
    box(`holder${i}`, text),
  );
  const decided = ({
    id,
    when,
    for_each,
  }: Permission): Pick<DiagramEdge, 'inputs' | 'by_default'> => ({
    inputs: [
      ...when.filter(({ value }) => !value.startsWith('each.')).map((one) => decidedBy(one, id)),
      ...(for_each === undefined ? [] : [for_each]),
    ],
    by_default: granted.has(id),
  });
  return {
    nodes: [
      ...holders,
      ...trusts.map((trust, i) => ({
        ...box(`trust${i}`, who(trust)),
        outside: true,
      })),
      ...others.map((permission, i) => box(`grant${i}`, what(permission))),
    ],
    edges: [
      ...trusts.map((trust, i) => ({
        ...{ from: `trust${i}`, to: 'holder0', does: 'assumes' },
        ...decided(trust),
      })),
      ...others.flatMap((permission, i) =>
        holders.map(({ id }) => ({ from: id, to: `grant${i}`, ...decided(permission) })),
      ),
    ],
  };
}

/** What the lines of a diagram mean, and what stands beside them: what there is, and no more. */
export function legend({ edges }: Diagram, { permissions }: PermissionsModel): string {
  const isNegated = permissions.some(({ id, when }) =>
    when.some((one) => decidedBy(one, id).startsWith('no ')),
  );
  return [
    ...(edges.some(({ by_default }) => by_default) ? ['Solid lines apply by default.'] : []),
    ...(edges.every(({ by_default }) => by_default)
      ? []
      : ['Dotted lines apply when the named input is set.']),
    ...(isNegated ? ['`no` before an input means that it is empty.'] : []),
  ].join(' ');
}

const box = (id: string, text: string): DiagramNode => ({ id, text, outside: false });

/** Who assumes the role: by name, if no input names them. */
function who({ services, accounts = [] }: TrustPermission): string {
  if (accounts.length > 0) {
    return 'an AWS account';
  }
  return services.some(({ for_each }) => for_each !== undefined)
    ? 'your services'
    : services.map(({ text }) => text).join(' or ');
}

/** Who has the permissions: the role by its default name, or whom an input names. */
function holdersOf(grantedTo: readonly Term[], defaults: Scope): string[] {
  const named = grantedTo
    .filter(({ when }) => holds(when, defaults))
    .map(({ text, for_each }) => for_each ?? filled(text, defaults) ?? text);
  return named.length > 0 ? named : ['any role you attach it to'];
}

/** An input, and what it has to be if neither its name nor that of the permission says it. */
function decidedBy({ value, test, operands = [] }: When, id: string): string {
  const [operand] = operands;
  if (test === 'is-empty' || (test === 'is' && operand === null)) {
    return `no ${value}`;
  }
  const isChoice = typeof operand === 'string' && operand !== id;
  return test === 'is' && (operand === false || isChoice) ? `${value} = ${operand}` : value;
}

function what(permission: Permission): string {
  switch (permission.kind) {
    case 'trust':
    case 'statement':
      return permission.actions.map(({ text }) => text).join(', ');
    case 'attached-policy':
      return permission.managed_policy ?? 'your managed policies';
    case 'embedded-document':
      return 'your policy documents';
    case 'boundary':
      return permission.policy_arn;
  }
}
