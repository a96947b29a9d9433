import type { Condition, Term, When } from './permissions';

/** Permissions in words. */

/** Words, some of which are code. */
export type Phrase = readonly (string | { readonly code: string })[];

/** A phrase as one text. */
export const textOf = (phrase: Phrase, write: (code: string) => string): string =>
  phrase.map((part) => (typeof part === 'string' ? part : write(part.code))).join('');

/** Whom a trust names. */
export const principalsOf = <T>({
  services = [],
  accounts = [],
}: {
  readonly services?: readonly T[];
  readonly accounts?: readonly T[];
}): readonly T[] => [...services, ...accounts];

const joined = (phrases: readonly Phrase[], between: string): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]));

/** A path as a reader calls it: an input, or something of the element at hand. */
function called(path: string): Phrase {
  const ofElement = /^each\.value\.(.+)$/.exec(path)?.[1];
  if (ofElement !== undefined) {
    return ['its ', { code: ofElement }];
  }
  return path === 'each.value' ? ['it'] : [{ code: path }];
}

const VERBS: Readonly<Record<When['test'], string>> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'holds',
  'does-not-contain': 'does not hold',
  'starts-with': 'starts with',
  'is-empty': 'is empty',
  'is-not-empty': 'is not empty',
};

/** One test. */
export function whenInWords({ value, test, operands = [] }: When): Phrase {
  const what = called(value);
  const [only] = operands.length === 1 ? operands : [undefined];
  if (test === 'is' && only === true) {
    return what;
  }
  if (test === 'is-not' && only === null) {
    return [...what, ' is given'];
  }
  const listed = operands.map((operand) => (operand === null ? 'null' : { code: String(operand) }));
  return [
    ...what,
    ` ${VERBS[test]}${listed.length === 0 ? '' : ' '}`,
    ...joined(
      listed.map((one) => [one]),
      ' or ',
    ),
  ];
}

/** When something is granted at all. */
export function grantedInWords(when: readonly When[], forEach?: string): Phrase {
  const tests = joined(when.map(whenInWords), ' and ');
  if (forEach === undefined) {
    return when.length === 0 ? ['always'] : ['if ', ...tests];
  }
  return ['for each of ', ...called(forEach), ...(when.length === 0 ? [] : [', if ', ...tests])];
}

/** When a text is there; nothing if always. */
export function casesInWords({ when = [], for_each, otherwise }: Omit<Term, 'text'>): Phrase {
  if (when.length === 0 && for_each === undefined) {
    return [];
  }
  const cases = [' (', ...grantedInWords(when, for_each)];
  return otherwise === undefined
    ? [...cases, ')']
    : [...cases, ', or with ', { code: otherwise }, ' if there is none)'];
}

/** A text, and when it is there. */
export const termInWords = (term: Term): Phrase => [{ code: term.text }, ...casesInWords(term)];

export const conditionInWords = ({ operator, key, values, for_each }: Condition): Phrase => [
  { code: key },
  ` ${operator} `,
  ...joined(values.map(termInWords), ' or '),
  ...casesInWords({ ...(for_each !== undefined && { for_each }) }),
];
