import type { Condition, ConditionalText, Permission, When } from '../module-interface';

/** A permission in one line, for a reviewer. */
export function permissionText(permission: Permission): string {
  const { kind, for_each, when, conditions = [] } = permission;
  const parts = [
    `${kind}:`,
    contentOf(permission),
    ...list('to', permission.granted_to),
    ...(for_each === undefined ? [] : [`for each of ${for_each}`]),
    ...whenOf(when),
    ...conditions.map((condition) => `; request has to fulfil ${conditionText(condition)}`),
  ];
  return parts.join(' ').replaceAll(' ;', ';');
}

function contentOf(permission: Permission): string {
  const { policy_arn, document, actions = [], resources = [], services = [] } = permission;
  return [
    ...(policy_arn === undefined ? [] : [policy_arn]),
    ...(document === undefined ? [] : [`document ${document}`]),
    ...(actions.length === 0 ? [] : [texts(actions)]),
    ...list('on', resources),
    ...list('by', services),
  ].join(' ');
}

const list = (word: string, parts: readonly ConditionalText[]): string[] =>
  parts.length === 0 ? [] : [`${word} ${texts(parts)}`];

const texts = (parts: readonly ConditionalText[]): string => parts.map(partText).join(', ');

/** A part with the cases in which it is there. */
export function partText({ text, when = [], for_each }: ConditionalText): string {
  const cases = [...(for_each === undefined ? [] : [`for each of ${for_each}`]), ...whenOf(when)];
  return cases.length === 0 ? text : `${text} (${cases.join(' ')})`;
}

export function conditionText({ operator, key, values, when = [] }: Condition): string {
  const cases = whenOf(when);
  const tail = cases.length === 0 ? '' : ` (${cases.join(' ')})`;
  return `${operator} ${key} ${texts(values)}${tail}`;
}

const whenOf = (when: readonly When[]): string[] =>
  when.length === 0 ? [] : [`if ${when.map(whenText).join(' and ')}`];

function whenText({ value, test, operands }: When): string {
  const words = operands?.map((operand) => JSON.stringify(operand)).join(' or ');
  return [value, test.replaceAll('-', ' '), ...(words === undefined ? [] : [words])].join(' ');
}
