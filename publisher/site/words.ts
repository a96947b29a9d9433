import type { Condition, Term, When } from '../../contract/permissions';
import { code, joined, markup } from './markup';
import type { Markup, Part } from './markup';

/** A path as a reader calls it: an input, or something of the element at hand. */
function called(path: string): Part {
  const ofElement = /^each\.value\.(.+)$/.exec(path)?.[1];
  if (ofElement !== undefined) {
    return ['its ', code(ofElement)];
  }
  return path === 'each.value' ? 'it' : code(path);
}

/** One test of an input. */
export function whenInWords({ value, test, operands = [] }: When): Markup {
  const what = called(value);
  const listed = joined(
    operands.map((operand) => (operand === null ? 'null' : code(String(operand)))),
    ' or ',
  );
  const [only] = operands.length === 1 ? operands : [undefined];
  switch (test) {
    case 'is':
      return only === true ? markup`${what}` : markup`${what} is ${listed}`;
    case 'is-not':
      return only === null ? markup`${what} is given` : markup`${what} is not ${listed}`;
    case 'contains':
      return markup`${what} holds ${listed}`;
    case 'is-empty':
      return markup`${what} is empty`;
    case 'is-not-empty':
      return markup`${what} is not empty`;
    default:
      // a later release may test otherwise: its own word is better than none
      return markup`${what} ${test} ${listed}`;
  }
}

/** When something is granted at all. */
export function grantedInWords(when: readonly When[], forEach?: string): Markup {
  const tests = joined(when.map(whenInWords), ' and ');
  if (forEach === undefined) {
    return when.length === 0 ? markup`always` : markup`if ${tests}`;
  }
  return markup`for each of ${called(forEach)}${when.length === 0 ? '' : [', if ', tests]}`;
}

/** A text, and when it is there. */
export function termInWords({ text, when = [], for_each }: Term): Markup {
  return when.length === 0 && for_each === undefined
    ? code(text)
    : markup`${code(text)} (${grantedInWords(when, for_each)})`;
}

export const conditionInWords = ({ operator, key, values }: Condition): Markup =>
  markup`${code(key)} ${operator} ${joined(values.map(termInWords), ' or ')}`;
