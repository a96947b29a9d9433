import { Expr } from '../../../generator/expression';
import { camelCase } from '../../../generator/names';
import { escapeTemplate, literalExpression, template } from '../../../generator/hcl';
import type { Inputs, References } from '../../../generator/inputs';
import type { StatementCondition, Term, When } from './model';
import { replacePlaceholders } from './placeholders';
import { functionNamed } from './text-functions';

/** The language of `model.ts` as Terraform's: `placeholders.ts` gives the same verdicts offline. */

/** Expression of the value at a path: `var.path` at `path`. */
export interface At {
  (path: string): Expr<unknown>;
  /** Texts for each element of a collection, or several terms, that stand in locals: see `inLocals`. */
  readonly lists?: ReadonlyMap<Term | readonly Term[], Expr<readonly string[]>>;
  /** Tests that stand in locals. */
  readonly tests?: ReadonlyMap<When, Expr<boolean>>;
}

/**
 * The paths of a module.
 *
 * @param others expressions of what is not simply an input, by path: `partition`
 */
export function pathsOf(
  ref: References<Inputs>,
  others: Readonly<Record<string, Expr<unknown>>> = {},
): At {
  return (path) => {
    const expression = others[path] ?? ref[camelCase(path.replaceAll('_', '-'))];
    if (expression === undefined) {
      throw new Error(`a permission speaks of ${path}, which the module does not have`);
    }
    return expression;
  };
}

/** All tests in one condition. */
export const conditionOf = (when: readonly When[], at: At): Expr<boolean> =>
  new Expr(
    when
      .map((one) => at.tests?.get(one)?.expression ?? testOf(one, at(one.value).expression))
      .join(' && ') || 'true',
  );

function testOf({ test, operands = [] }: When, value: string): string {
  const each = (tested: (operand: Operand) => string, joint: string): string => {
    const all = operands.map(tested).join(` ${joint} `);
    return operands.length === 1 ? all : `(${all})`;
  };
  switch (test) {
    case 'is':
      return each((operand) => equals(value, operand), '||');
    case 'is-not':
      return each((operand) => equals(value, operand, false), '&&');
    case 'contains':
      return each((operand) => `contains(${value}, ${literalExpression(operand)})`, '||');
    case 'does-not-contain':
      return each((operand) => `!contains(${value}, ${literalExpression(operand)})`, '&&');
    case 'starts-with':
      return each((operand) => `startswith(${value}, ${literalExpression(operand)})`, '||');
    case 'is-empty':
      return `length(${value}) == 0`;
    case 'is-not-empty':
      return `length(${value}) > 0`;
  }
}

type Operand = string | boolean | null;

function equals(value: string, operand: Operand, wanted = true): string {
  return typeof operand === 'boolean'
    ? `${operand === wanted ? '' : '!'}${value}`
    : `${value} ${wanted ? '==' : '!='} ${literalExpression(operand)}`;
}

/** A text as the string that stands for it in a `.tf.json` file. */
export const textOf = (text: string, at: At): string =>
  replacePlaceholders(
    text,
    ({ path, does }) => {
      const value = at(path);
      return template((does === undefined ? value : functionNamed(does).atPlan(value)).expression);
    },
    escapeTemplate,
  );

/** Expression of a text; one that is a placeholder and nothing else needs no quotes. */
export function expressionOf(text: string, at: At): Expr<string> {
  const whole = textOf(text, at);
  const [, only] = /^\$\{([^{}]*)\}$/.exec(whole) ?? [];
  return new Expr(only ?? `"${whole}"`, whole);
}

/**
 * What some terms come to: a text or a list of texts as JSON, with an expression
 * where it varies which there are.
 *
 * @param when what has to hold for any of them to be there; an empty text or list stands for none
 */
export function valuesOf(
  terms: readonly Term[],
  at: At,
  when: readonly When[] = [],
): string | string[] {
  const inLocal = at.lists?.get(terms);
  if (inLocal !== undefined) {
    return inLocal.inString;
  }
  const isFixed = terms.every((term) => term.when === undefined && term.for_each === undefined);
  if (isFixed && terms.length > 1 && when.length === 0) {
    return terms.map(({ text }) => textOf(text, at));
  }
  const [only] = isFixed && terms.length === 1 ? terms : [];
  const single =
    only === undefined ? alternative(terms, at) : expressionOf(only.text, at).expression;
  if (when.length > 0) {
    const condition = conditionOf(when, at).expression;
    return template(`${condition} ? ${single ?? listOf(terms, at)} : ${single ? '""' : '[]'}`);
  }
  return only === undefined
    ? template(single?.slice(1, -1) ?? listOf(terms, at))
    : textOf(only.text, at);
}

/** Whether always one of two texts is there: the second where the first is not. */
export function isAlternative([first, second, ...others]: readonly Term[]): boolean {
  const [not, is] = [first?.when ?? [], second?.when ?? []];
  return (
    [first, second].every((term) => term?.for_each === undefined) &&
    others.length === 0 &&
    not.length === 1 &&
    is.length === 1 &&
    not[0]?.test === 'is-not' &&
    JSON.stringify({ ...not[0], test: 'is' }) === JSON.stringify(is[0])
  );
}

function alternative(terms: readonly Term[], at: At): string | undefined {
  if (!isAlternative(terms)) {
    return undefined;
  }
  const [first, second] = terms.map(({ text }) => expressionOf(text, at).expression);
  return `(${conditionOf(terms[1]?.when ?? [], at).expression} ? ${second} : ${first})`;
}

/** Expression of a list of all that are there. */
export function listOf(terms: readonly Term[], at: At): string {
  const parts = terms.map((term) =>
    term.for_each === undefined
      ? once(term, at)
      : (at.lists?.get(term)?.expression ?? each(term, at)),
  );
  return parts.length === 1 ? String(parts[0]) : `concat(${parts.join(', ')})`;
}

function once({ text, when = [] }: Term, at: At): string {
  const listed = `[${expressionOf(text, at).expression}]`;
  return when.length === 0 ? listed : `${conditionOf(when, at).expression} ? ${listed} : []`;
}

const within =
  (at: At): At =>
  (path) =>
    /^each\.(key|value)/.test(path) ? new Expr(path.slice('each.'.length)) : at(path);

/** Expression of what a condition tests for each element of a map: `{ for key, value in ... : ... }`. */
export function testsOf({ key, values, for_each = '' }: StatementCondition, at: At): Expr<object> {
  const inner = within(at);
  const value = values.map(({ text }) => expressionOf(text, inner).expression).join('');
  return new Expr(
    `{ for key, value in ${at(for_each).expression} : ${expressionOf(key, inner).expression} => ${value} }`,
  );
}

function each({ text, when = [], for_each = '', otherwise }: Term, at: At): string {
  const inner = within(at);
  const collection = at(for_each).expression;
  const elements =
    otherwise === undefined
      ? collection
      : `coalescelist(sort(${collection}), [${literalExpression(otherwise)}])`;
  const condition = when.length === 0 ? '' : ` if ${conditionOf(when, inner).expression}`;
  return text === '${each.value}' && condition === ''
    ? `sort(${elements})`
    : `[for value in ${elements} : ${expressionOf(text, inner).expression}${condition}]`;
}
