import type { TerraformJson } from './terraform-json';

/** Something that must not be in a module we ship. */
export interface Finding {
  /** Stable code of the broken rule. */
  readonly code: string;
  readonly message: string;
}

/** Where a text stands in a configuration, like `locals.path`, and the text. */
export type PlacedText = readonly [address: string, text: string];

/** Characters of an expression that a person still reads. */
const LONGEST_EXPRESSION = 160;

/** Characters of an error message. */
const LONGEST_MESSAGE = 300;

/** Expressions and messages are read by people. */
export const tooLong = (texts: readonly PlacedText[]): Finding[] =>
  texts
    .filter(([, text]) => text.length > LONGEST_EXPRESSION)
    .flatMap(([address, text]) =>
      address.endsWith('.error_message')
        ? longMessage(address, text)
        : longExpressions(address, text),
    );

function longMessage(address: string, text: string): Finding[] {
  return text.length <= LONGEST_MESSAGE
    ? []
    : [
        {
          code: 'LongMessage',
          message: `${address} must have at most ${LONGEST_MESSAGE} characters, got ${text.length}; say the rule and the way out`,
        },
      ];
}

function longExpressions(address: string, text: string): Finding[] {
  return expressionsIn(text)
    .filter(({ length }) => length > LONGEST_EXPRESSION)
    .map(({ length }) => ({
      code: 'LongExpression',
      message: `${address} must have expressions of at most ${LONGEST_EXPRESSION} characters, got ${length}; split it into locals, or make it data`,
    }));
}

/** The expressions in a template, each with its `${` and `}`; those in the strings of another are part of that. */
export function expressionsIn(text: string): string[] {
  const found: string[] = [];
  let [start, inside]: [number, string[]] = [0, []];
  for (const { 0: token, index } of text.matchAll(/\$\$\{|\$\{|\\[^]|["{}]/g)) {
    const before = inside.length;
    inside = after(token, inside);
    if (before === 0 && inside.length > 0) {
      start = index;
    }
    if (before > 0 && inside.length === 0) {
      found.push(text.slice(start, index + 1));
    }
  }
  return found;
}

/** What is open behind a token: braces of expressions, and quotes of the strings in them. */
function after(token: string, inside: string[]): string[] {
  const last = inside.at(-1);
  const inExpression = last === '{';
  if (token === '${' || (token === '{' && inExpression)) {
    return [...inside, '{'];
  }
  if ((token === '}' && inExpression) || (token === '"' && last === '"')) {
    return inside.slice(0, -1);
  }
  return token === '"' && inExpression ? [...inside, '"'] : inside;
}

/** Every text of a configuration. */
export function textsOf(configuration: TerraformJson): PlacedText[] {
  const found: PlacedText[] = [];
  const look = (value: unknown, address: string): void => {
    if (typeof value === 'string') {
      found.push([address, value]);
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, item]) => {
        look(item, address === '' ? key : `${address}.${key}`);
      });
    }
  };
  look(configuration, '');
  return found;
}
