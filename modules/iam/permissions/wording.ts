import { code } from '../../../generator/readme/markdown';
import type { Term, When } from './model';

/** Permissions in words, as Markdown. */

/** A path as a reader calls it: an input, or something of the element at hand. */
function called(path: string): string {
  const ofElement = /^each\.value\.(.+)$/.exec(path)?.[1];
  if (ofElement !== undefined) {
    return `its ${code(ofElement)}`;
  }
  return path === 'each.value' ? 'it' : code(path);
}

/** One test. */
export function whenInWords({ value, test, operands = [] }: When): string {
  const what = called(value);
  const listed = operands.map((operand) => (operand === null ? 'null' : code(String(operand))));
  const [only] = operands.length === 1 ? operands : [undefined];
  switch (test) {
    case 'is':
      return only === true ? what : `${what} is ${listed.join(' or ')}`;
    case 'is-not':
      return only === null ? `${what} is given` : `${what} is not ${listed.join(' or ')}`;
    case 'contains':
      return `${what} holds ${listed.join(' or ')}`;
    case 'is-empty':
      return `${what} is empty`;
    case 'is-not-empty':
      return `${what} is not empty`;
  }
}

/** When a permission is granted at all. */
export function grantedInWords(when: readonly When[], forEach?: string): string {
  const tests = when.map(whenInWords).join(' and ');
  if (forEach === undefined) {
    return tests === '' ? 'always' : `if ${tests}`;
  }
  return `for each of ${called(forEach)}${tests === '' ? '' : `, if ${tests}`}`;
}

/** A text, and when it is there. */
export function termInWords({ text, when = [], for_each }: Term): string {
  const isAlways = when.length === 0 && for_each === undefined;
  return isAlways ? code(text) : `${code(text)} (${grantedInWords(when, for_each)})`;
}
