import { hcl, quote, quoteAll, template, unlessNull } from './hcl';
import { snakeCase } from './names';
import { holdsToken } from './tokens';

/**
 * What a value must fulfil, once for TypeScript and once for Terraform.
 *
 * A literal prop is tested when the app is synthesized, a variable when
 * Terraform plans; both print the same message.
 */
export interface Rule<T> {
  /** Stable code that ends the message. */
  readonly code: string;
  /** Attribute of an object that it looks at, camelCase; `buckets name` where objects hold objects. */
  readonly attribute?: string;
  /** Whether a null among the elements or values that it is lifted to passes. @default false */
  readonly absent?: boolean;
  /** What is demanded, after the input's name: `must be at most 64 characters`. */
  readonly must: string;
  /** The way out: `shorten it`. */
  readonly remedy: string;
  /** The page that says so. */
  readonly see: string;
  /** A literal like `accepted` that this rule refuses, and no other rule of the input. */
  refused(accepted: T): unknown;
  /** Whether a literal fulfils the rule. Tokens never get here. */
  accepts(value: T): boolean;
  /** The same test as an HCL condition on the expression `value`. */
  condition(value: string): string;
  /** What to print of a literal that fails. */
  offending(value: T): unknown;
  /** The same as an HCL expression. */
  offendingExpression(value: string): string;
}

type Demand<T> = Omit<Rule<T>, 'attribute' | 'offending' | 'offendingExpression'>;

/** A rule that prints the whole value when it fails. */
export function rule<T>(demand: Demand<T>): Rule<T> {
  return { ...demand, offending: (value) => value, offendingExpression: (value) => value };
}

/** What a text has to look like. */
export interface TextDemand extends Pick<Rule<string>, 'code' | 'must' | 'remedy' | 'see'> {
  /**
   * A regular expression that RE2 and JavaScript read alike, with `^` and `$`.
   * Bounded repetition costs Terraform milliseconds at every plan: use the lengths.
   */
  readonly pattern: string;
  /** A text that is refused. */
  readonly refused: string;
  /** Characters. @default - any length */
  readonly shortest?: number;
  /** Characters. @default - any length */
  readonly longest?: number;
  /**
   * Whether the pattern lets letters through that join with their neighbours:
   * Terraform's `length` would count both as one character.
   *
   * @default false
   */
  readonly joins?: boolean;
}

/** The text matches a regular expression and is neither too short nor too long. */
export function matches({
  pattern,
  refused,
  shortest,
  longest,
  ...rest
}: TextDemand): Rule<string> {
  const { joins = false, ...demand } = rest;
  const expression = new RegExp(pattern, 'u');
  const length = (text: string): string =>
    joins ? `length(split("", ${text}))` : `length(${text})`;
  const tests = (text: string): string[] => [
    ...(shortest === undefined ? [] : [`${length(text)} >= ${shortest}`]),
    ...(longest === undefined ? [] : [`${length(text)} <= ${longest}`]),
    `can(regex(${quote(pattern)}, ${text}))`,
  ];
  return rule({
    ...demand,
    refused: () => refused,
    accepts: (text) =>
      Array.from(text).length >= (shortest ?? 0) &&
      Array.from(text).length <= (longest ?? Infinity) &&
      expression.test(text),
    condition: (text) => tests(text).join(' && '),
  });
}

/** The text holds nothing that the regular expression finds. */
export function lacks(
  pattern: string,
  { refused, ...demand }: Pick<TextDemand, 'code' | 'must' | 'remedy' | 'see' | 'refused'>,
): Rule<string> {
  const expression = new RegExp(pattern, 'u');
  return rule({
    ...demand,
    refused: () => refused,
    accepts: (value) => !expression.test(value),
    condition: (value) => `length(regexall(${quote(pattern)}, ${value})) == 0`,
  });
}

/** The text is one of a closed list. */
export function oneOf(
  values: readonly string[],
  demand: Pick<Rule<string>, 'code' | 'see'>,
): Rule<string> {
  return rule({
    ...demand,
    must: `must be one of ${values.map((value) => `"${value}"`).join(', ')}`,
    remedy: 'choose one of these',
    refused: () => 'none-of-these',
    accepts: (value) => values.includes(value),
    condition: (value) => `contains(${quoteAll(values)}, ${value})`,
  });
}

/** Lifts a rule to every element of a set or list; only the offenders are printed. */
export function each<T>(element: Rule<T>): Rule<readonly T[]> {
  const fails = (item: T): boolean => !holdsToken(item) && !element.accepts(item);
  const condition = unlessNull('item', element.absent ?? false, element.condition('item'));
  return {
    ...element,
    refused: (items) => items.slice(0, 1).map((item) => element.refused(item)),
    accepts: (items) => !items.some(fails),
    condition: (items) => `alltrue([for item in ${items} : ${condition}])`,
    offending: (items) => items.filter(fails).map((item) => element.offending(item)),
    offendingExpression: (items) =>
      hcl`[for item in ${items} : item == null ? null : ${element.offendingExpression('item')}
           if !(${condition})]`,
  };
}

/**
 * Lifts a rule to one attribute of an object.
 *
 * @param absent whether a null attribute passes
 */
export function attributeRule<K extends string, T>(
  name: K,
  inner: Rule<T>,
  absent = true,
): Rule<Readonly<Partial<Record<K, T | null | undefined>>>> {
  const read = (value: string): string => `${value}.${snakeCase(name)}`;
  return {
    ...inner,
    attribute: inner.attribute === undefined ? name : `${name} ${inner.attribute}`,
    absent,
    refused: (value) => ({ ...value, [name]: inner.refused(value[name] as T) }),
    accepts: (value) => {
      const item = value[name];
      return item === undefined || item === null ? absent : holdsToken(item) || inner.accepts(item);
    },
    condition: (value) => unlessNull(read(value), absent, inner.condition(read(value))),
    offending: ({ [name]: item }) =>
      item === undefined || item === null ? item : inner.offending(item),
    offendingExpression: (value) => inner.offendingExpression(read(value)),
  };
}

/** The message of a failed rule at synth time, `name` as the caller typed it. */
export function mistake<T>(name: string, broken: Rule<T>, value: T): string {
  const got = JSON.stringify(broken.offending(value));
  return `${subject(name, broken.attribute)} ${broken.must}, got ${got}; ${broken.remedy}`;
}

/** The same message as a Terraform template that prints the value at plan. */
export function mistakeTemplate<T>(name: string, reference: string, broken: Rule<T>): string {
  const got = template(`jsonencode(${broken.offendingExpression(reference)})`);
  const attribute = broken.attribute && snakeCase(broken.attribute);
  return `${subject(name, attribute)} ${broken.must}, got ${got}; ${broken.remedy} [${broken.code}]`;
}

function subject(name: string, attribute: string | undefined): string {
  return attribute === undefined ? name : `${name} ${attribute}`;
}
