import type { Limits } from '../contract/module';
import { Expr, expr, literal } from './expression';
import { quote } from './hcl';
import { snakeCase } from './names';
import { conditionUnlessNull, orIsNull, passes } from './nulls';
import { holdsToken } from './tokens';

/**
 * What a value must fulfil, once for TypeScript and once for Terraform.
 *
 * A literal prop is tested when the app is synthesized, a variable when
 * Terraform plans; both say the same.
 */
export interface Rule<T> {
  /** Stable code that ends the message. */
  readonly code: string;
  /** The part of the input that it is about, camelCase: `each key`, `each kmsKeyArn`. @default - all of it */
  readonly part?: string;
  /** Attribute of an object that it looks at, camelCase; `buckets name` where objects hold objects. */
  readonly attribute?: string;
  /** What `condition` says of null; `fails` in a collection too, where null passes otherwise. @default - nothing, it is an error */
  readonly onNull?: 'passes' | 'refuses' | 'fails' | undefined;
  /** What is demanded, after the input's name: `must be at most 64 characters`. */
  readonly must: string;
  /** The way out: `shorten it`. */
  readonly remedy: string;
  /** The page that says so. */
  readonly see: string;
  /** What it compares with, if nothing else decides; a release that widens it is no break. @default - not told */
  readonly limits?: Limits | undefined;
  /** A literal like `accepted` that this rule refuses, and no other rule of the input. */
  refused(accepted: T): unknown;
  /** Whether a literal fulfils the rule. Tokens never get here. */
  accepts(value: T): boolean;
  /** The same test as a condition of Terraform. */
  condition(value: Expr<T>): Expr<boolean>;
}

/** A rule of its own, whose type is told. */
export const rule = <T>(declared: Rule<T>): Rule<T> => declared;

/** What a text has to look like. */
export interface TextDemand extends Pick<Rule<string>, 'code' | 'must' | 'remedy' | 'see'> {
  /**
   * A regular expression that RE2 and JavaScript read alike, with `^` and `$`.
   * Bounded repetition costs Terraform time at every plan: above about sixty, use the lengths.
   */
  readonly pattern: string;
  /** A text that is refused. */
  readonly refused: string;
  /** Characters. @default - any length */
  readonly shortest?: number;
  /** Characters. @default - any length */
  readonly longest?: number;
}

/** The text matches a regular expression and is neither too short nor too long. */
export function matches({
  pattern,
  refused,
  shortest,
  longest,
  ...demand
}: TextDemand): Rule<string> {
  const expression = new RegExp(pattern, 'u');
  const lengths = {
    ...(shortest !== undefined && { shortest }),
    ...(longest !== undefined && { longest }),
  };
  const tests = ({ expression: text }: Expr<string>): string[] => [
    ...(shortest === undefined ? [] : [`length(${text}) >= ${shortest}`]),
    ...(longest === undefined ? [] : [`length(${text}) <= ${longest}`]),
    `can(regex(${quote(pattern)}, ${text}))`,
  ];
  return {
    ...demand,
    // a pattern has nothing wider
    limits: Object.keys(lengths).length === 0 ? undefined : { pattern, ...lengths },
    // regex fails on null, and length would as well, but that nobody catches
    onNull: shortest === undefined && longest === undefined ? 'refuses' : undefined,
    refused: () => refused,
    accepts: (text) =>
      Array.from(text).length >= (shortest ?? 0) &&
      Array.from(text).length <= (longest ?? Infinity) &&
      expression.test(text),
    condition: (text) => new Expr(tests(text).join(' && ')),
  };
}

/** The text holds nothing that the regular expression finds. */
export function lacks(
  pattern: string,
  { refused, ...demand }: Pick<TextDemand, 'code' | 'must' | 'remedy' | 'see' | 'refused'>,
): Rule<string> {
  const expression = new RegExp(pattern, 'u');
  return {
    ...demand,
    refused: () => refused,
    accepts: (value) => !expression.test(value),
    condition: (value) => expr`length(regexall(${literal(pattern)}, ${value})) == 0`,
  };
}

/** The text is one of a closed list. */
export function oneOf(
  values: readonly string[],
  demand: Pick<Rule<string>, 'code' | 'see'>,
): Rule<string> {
  return {
    ...demand,
    must: `must be one of ${values.map((value) => `"${value}"`).join(', ')}`,
    remedy: 'choose one of these',
    limits: { one_of: values },
    refused: () => 'none-of-these',
    accepts: (value) => values.includes(value),
    condition: (value) => expr`contains(${literal(values)}, ${value})`,
  };
}

/** Lifts a rule to every element of a set or list. */
export function each<T>(element: Rule<T>): Rule<readonly T[]> {
  return {
    ...element,
    onNull: undefined,
    part: element.part === undefined ? 'each' : `each ${element.part}`,
    remedy: withoutNulls(element, '[for v in [...] : v if v != null]'),
    refused: (items) => items.slice(0, 1).map((item) => element.refused(item)),
    accepts: (items) => items.every((item) => passes(element, item)),
    condition: (items) =>
      expr`alltrue([for item in ${items} : ${conditionUnlessNull(element, new Expr('item'))}])`,
  };
}

/** The way out for an element, and for a null in place of one. */
export const withoutNulls = (
  { onNull, remedy }: Pick<Rule<never>, 'onNull' | 'remedy'>,
  example: string,
): string => (onNull === 'fails' ? `${remedy}, and leave nulls out, like ${example}` : remedy);

/**
 * Lifts a rule to one attribute of an object.
 *
 * @param absent whether a null attribute passes, and a null for the object
 */
export function attributeRule<K extends string, T>(
  name: K,
  inner: Rule<T>,
  absent = true,
): Rule<Readonly<Partial<Record<K, T | null | undefined>>>> {
  const refuses = inner.onNull === 'refuses';
  return {
    ...inner,
    // of an attribute within an attribute they do not tell which of the two may be null
    limits: inner.limits && !inner.attribute ? { ...inner.limits, absent } : undefined,
    part: inner.part === undefined ? name : `${inner.part} of ${name}`,
    attribute: inner.attribute === undefined ? name : `${name} ${inner.attribute}`,
    onNull: absent ? 'passes' : 'refuses',
    refused: (value) => ({ ...value, [name]: inner.refused(value[name] as T) }),
    accepts: (value) => {
      const item = value[name];
      return item === undefined || item === null ? absent : holdsToken(item) || inner.accepts(item);
    },
    condition: (value) => {
      const read = new Expr<T>(`${value.expression}.${snakeCase(name)}`);
      const condition = inner.condition(read);
      if (absent) {
        return refuses
          ? orIsNull(expr`try(${read}, null)`, condition)
          : expr`try(${condition}, true)`;
      }
      return refuses ? condition : expr`try(${condition}, false)`;
    },
  };
}

/** What a rule is about, camelCase: `each key of tags`. */
export function subject(name: string, { part }: Pick<Rule<never>, 'part'>): string {
  return part === undefined ? name : `${part} of ${name}`;
}

/**
 * The message of a broken rule, without its code.
 *
 * @param about the subject, as the caller types it
 * @param got the value; Terraform prints it by itself
 */
export function mistake(
  about: string,
  { must, remedy }: Pick<Rule<never>, 'must' | 'remedy'>,
  got?: string,
): string {
  return `${about} ${must}${got === undefined ? '' : `, got ${got}`}; ${remedy}`;
}
