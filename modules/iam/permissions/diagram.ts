import { fenced } from '../../../generator/readme/markdown';
import type { Permission, PermissionsModel, Term } from './model';
import { filled, holds } from './placeholders';
import type { Scope } from './placeholders';

/**
 * A Mermaid diagram of who may assume the role and what it may then do: what is
 * always granted hangs on a line, what an input has to ask for on a dotted one.
 *
 * @param defaults inputs with their defaults, which name the role
 */
export function permissionsDiagram(model: PermissionsModel, defaults: Scope): string {
  const trusts = model.permissions.flatMap((one) => (one.kind === 'trust' ? [one] : []));
  const others = model.permissions.filter(({ kind }) => kind !== 'trust' && kind !== 'boundary');
  const holders = holdersOf(others[0]?.granted_to ?? [], defaults);
  const lines = [
    ...holders.map((holder, i) => `holder${i}["${holder}"]`),
    ...trusts.flatMap((trust, i) => [
      `trust${i}(["${trust.services.map(({ text }) => text).join(' or ')}"])`,
      `trust${i} ${line(trust, 'assumes')} holder0`,
    ]),
    ...others.flatMap((permission, i) => [
      `grant${i}["${what(permission)}"]`,
      ...holders.map((_, holder) => `holder${holder} ${line(permission)} grant${i}`),
    ]),
  ];
  return fenced('mermaid', ['flowchart LR', ...lines.map((text) => `  ${text}`)].join('\n'));
}

/** Who has the permissions: the role by its default name, or whom an input names. */
function holdersOf(grantedTo: readonly Term[], defaults: Scope): string[] {
  const named = grantedTo
    .filter(({ when }) => holds(when, defaults))
    .map(({ text, for_each }) => for_each ?? filled(text, defaults, {}) ?? text);
  return named.length > 0 ? named : ['any role you attach it to'];
}

/** Dotted with the inputs that ask for it, or whole. */
function line({ when, for_each }: Permission, verb = ''): string {
  const inputs = [...when.map(({ value }) => value), ...(for_each === undefined ? [] : [for_each])]
    .filter((path) => !path.startsWith('each.'))
    .join(', ');
  const text = [verb, inputs].filter((part) => part !== '').join(' if ');
  return `${inputs === '' ? '-->' : '-.->'}${text === '' ? '' : `|"${text}"|`}`;
}

function what(permission: Permission): string {
  switch (permission.kind) {
    case 'trust':
    case 'statement':
      return permission.actions.map(({ text }) => text).join(', ');
    case 'attached-policy':
      return permission.managed_policy ?? 'managed policies of yours';
    case 'embedded-document':
      return 'documents of yours';
    case 'boundary':
      return permission.policy_arn;
  }
}
