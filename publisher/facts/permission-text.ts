import type { Condition, Permission, Term, When } from '../../contract/permissions';
import {
  conditionInWords,
  grantedInWords,
  principalsOf,
  termInWords,
  textOf,
} from '../../contract/words';
import type { Phrase } from '../../contract/words';

/** A permission in one line, for a reviewer. */
export function permissionText(permission: Permission): string {
  const { kind, for_each, when, conditions = [] } = permission;
  const parts = [
    `${kind}:`,
    contentOf(permission),
    ...list('to', permission.granted_to),
    ...casesOf(when, for_each),
    ...conditions.map((condition) => `; request has to fulfil ${conditionText(condition)}`),
  ];
  return parts.join(' ').replaceAll(' ;', ';');
}

function contentOf(permission: Permission): string {
  const { policy_arn, document, actions = [], resources = [] } = permission;
  return [
    ...(policy_arn === undefined ? [] : [policy_arn]),
    ...(document === undefined ? [] : [`document ${document}`]),
    ...(actions.length === 0 ? [] : [texts(actions)]),
    ...list('on', resources),
    ...list('by', principalsOf(permission)),
  ].join(' ');
}

const list = (word: string, parts: readonly Term[]): string[] =>
  parts.length === 0 ? [] : [`${word} ${texts(parts)}`];

const texts = (parts: readonly Term[]): string => parts.map(partText).join(', ');

/** A part with the cases in which it is there. */
export const partText = (part: Term): string => plain(termInWords(part));

export const conditionText = (condition: Condition): string => plain(conditionInWords(condition));

const casesOf = (when: readonly When[], forEach?: string): string[] =>
  when.length === 0 && forEach === undefined ? [] : [plain(grantedInWords(when, forEach))];

export const plain = (phrase: Phrase): string => textOf(phrase, (code) => code);
