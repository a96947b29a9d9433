import { fenced } from '../../../generator/readme/markdown';
import { explain } from './explain';
import type { Permission, PermissionsModel, Term, When } from './model';
import { filled, holds } from './placeholders';
import type { Scope } from './placeholders';

/**
 * A Mermaid diagram of who may assume the role and what it may then do: what is
 * granted with the defaults hangs on a line, the rest on dotted ones, beside the
 * inputs that decide.
 *
 * @param defaults inputs with their defaults, which name the role
 */
export function permissionsDiagram(model: PermissionsModel, defaults: Scope): string {
  const trusts = model.permissions.flatMap((one) => (one.kind === 'trust' ? [one] : []));
  const others = model.permissions.filter(({ kind }) => kind !== 'trust' && kind !== 'boundary');
  const granted = new Set(explain(model, defaults).map(({ id }) => id));
  const holders = holdersOf(others[0]?.granted_to ?? [], defaults);
  const lines = [
    ...holders.map((holder, i) => `holder${i}["${holder}"]`),
    ...trusts.flatMap((trust, i) => [
      `trust${i}(["${trust.services.map(({ text }) => text).join(' or ')}"])`,
      `trust${i} ${line(trust, granted, 'assumes')} holder0`,
    ]),
    ...others.flatMap((permission, i) => [
      `grant${i}["${what(permission)}"]`,
      ...holders.map((_, holder) => `holder${holder} ${line(permission, granted)} grant${i}`),
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

/** With the inputs that decide on it; dotted if the defaults do not ask for it. */
function line({ id, when, for_each }: Permission, granted: ReadonlySet<string>, verb = ''): string {
  const tests = when.filter(({ value }) => !value.startsWith('each.'));
  const inputs = [...tests.map(decidedBy), ...(for_each === undefined ? [] : [for_each])].join(
    ', ',
  );
  const text = [verb, inputs].filter((part) => part !== '').join(' if ');
  return `${granted.has(id) ? '-->' : '-.->'}${text === '' ? '' : `|"${text}"|`}`;
}

/** An input, and what it has to be if its name does not say it. */
function decidedBy({ value, test, operands = [] }: When): string {
  if (test === 'is-empty') {
    return `no ${value}`;
  }
  return test === 'is' && operands[0] === false ? `${value} = false` : value;
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
