import { escapeTemplate } from './hcl';
import { snakeCase } from './names';
import { isNull } from './nulls';
import { holdsToken, mapLiterals } from './tokens';

/**
 * A Terraform type constraint and the TypeScript type of its literals.
 *
 * `string`, `number`, `bool`, `set`, `list`, `map` and `object` mirror
 * Terraform's own type constructors.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export interface Type<T> {
  /** The constraint as Terraform writes it, e.g. `set(string)`. */
  readonly constraint: string;
  /** The collection that it is, if it is one. */
  readonly collection?: 'list' | 'map' | 'set';
  /** Type of the elements of a set, list or map. */
  readonly element?: Type<unknown>;
  /** Attributes of an object, camelCase. */
  readonly attributes?: Attributes;
  /** Whether a literal has this type; tokens inside it are not looked at. */
  accepts(value: unknown): boolean;
  /** The literal as it stands in a `.tf.json` expression: escaped, snake_case attributes, defaults filled in. */
  render(value: T): unknown;
  /** An expression of any type turned into one of this type. */
  convert(expression: string): string;
}

/** Whether a literal is an object or a map, and no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalar<T extends string | number | boolean>(
  constraint: string,
  typeName: 'string' | 'number' | 'boolean',
  render: (value: T) => unknown = (value) => value,
): Type<T> {
  return {
    constraint,
    accepts: (value) => typeof value === typeName,
    render,
    convert: (expression) => expression,
  };
}

export const string: Type<string> = scalar('string', 'string', (value) =>
  mapLiterals(value, escapeTemplate),
);
export const number: Type<number> = scalar('number', 'number');
export const bool: Type<boolean> = scalar('bool', 'boolean');

function sequence<T>(constructor: 'set' | 'list', element: Type<T>): Type<readonly T[]> {
  return {
    constraint: `${constructor}(${element.constraint})`,
    collection: constructor,
    element,
    accepts: (value) =>
      Array.isArray(value) && value.every((item) => acceptsElement(element, item)),
    render: (value) => value.map((item) => renderElement(element, item)),
    convert: (expression) => `to${constructor}(${convertEach(element, expression)})`,
  };
}

/** Null is left to the rules of the input. */
const acceptsElement = (element: Type<unknown>, item: unknown): boolean =>
  isNull(item) || holdsToken(item) || element.accepts(item);

const renderElement = (element: Type<unknown>, item: unknown): unknown =>
  isNull(item) ? null : element.render(item);

function convertEach<T>(element: Type<T>, expression: string): string {
  const converted = element.convert('item');
  return converted === 'item' ? expression : `[for item in ${expression} : ${converted}]`;
}

export const set = <T>(element: Type<T>): Type<readonly T[]> => sequence('set', element);
export const list = <T>(element: Type<T>): Type<readonly T[]> => sequence('list', element);

/** A map; its keys are the caller's and keep their case. */
export function map<T>(element: Type<T>): Type<Readonly<Record<string, T>>> {
  const converted = element.convert('item');
  return {
    constraint: `map(${element.constraint})`,
    collection: 'map',
    element,
    accepts: (value) =>
      isObject(value) && Object.values(value).every((item) => acceptsElement(element, item)),
    render: (value) =>
      Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          mapLiterals(key, escapeTemplate),
          renderElement(element, item),
        ]),
      ),
    convert: (expression) =>
      converted === 'item'
        ? `tomap(${expression})`
        : `tomap({ for key, item in ${expression} : key => ${converted} })`,
  };
}

export const mapOfString = map(string);

/** One attribute of an object type. */
export interface Attribute<T, Optional extends boolean = boolean> {
  readonly type: Type<T>;
  readonly optional: Optional;
  /** Null: the attribute is null when left out. */
  readonly default: T | null;
  readonly description: string;
}

export const attribute = {
  required: <T>(type: Type<T>, description: string): Attribute<T, false> => ({
    type,
    optional: false,
    default: null,
    description,
  }),
  optional: <T>(
    type: Type<T>,
    description: string,
    defaultValue: T | null = null,
  ): Attribute<T, true> => ({ type, optional: true, default: defaultValue, description }),
};

/** Attributes of an object type by their camelCase names. */
export type Attributes = Readonly<Record<string, Attribute<unknown>>>;

type Keys<A, Optional extends boolean> = {
  [K in keyof A]: A[K] extends Attribute<infer _, Optional> ? K : never;
}[keyof A];

/** The literals of an object type. */
export type ObjectOf<A> = {
  readonly [K in keyof Pick<A, Keys<A, false>>]: A[K] extends Attribute<infer T> ? T : never;
} & {
  readonly [K in keyof Pick<A, Keys<A, true>>]?: A[K] extends Attribute<infer T>
    ? T | null | undefined
    : never;
};

/** An object; attributes are camelCase in TypeScript and snake_case in Terraform. */
export function object<A extends Attributes>(attributes: A): Type<ObjectOf<A>> {
  const entries = Object.entries(attributes);
  return {
    attributes,
    constraint: `object({ ${entries.map(([name, a]) => `${snakeCase(name)} = ${constraintOf(a)}`).join(', ')} })`,
    accepts: (value) =>
      isObject(value) &&
      Object.keys(value).every((name) => name in attributes) &&
      entries.every(([name, a]) => acceptsAttribute(a, value[name])),
    render: (value) =>
      Object.fromEntries(
        entries.map(([name, a]) => [
          snakeCase(name),
          renderAttribute(a, (value as Record<string, unknown>)[name]),
        ]),
      ),
    convert: (expression) =>
      `{ ${entries.map(([name, a]) => `${snakeCase(name)} = ${readAttribute(a, expression, snakeCase(name))}`).join(', ')} }`,
  };
}

function constraintOf({ type, optional, default: value }: Attribute<unknown>): string {
  if (!optional) {
    return type.constraint;
  }
  const fallback = value === null ? '' : `, ${JSON.stringify(value)}`;
  return `optional(${type.constraint}${fallback})`;
}

function acceptsAttribute({ type, optional }: Attribute<unknown>, value: unknown): boolean {
  const absent = value === undefined || value === null;
  return absent ? optional : holdsToken(value) || type.accepts(value);
}

function renderAttribute({ type, default: fallback }: Attribute<unknown>, value: unknown): unknown {
  const present = value ?? fallback;
  return present === null ? null : type.render(present);
}

function readAttribute(
  { optional, default: fallback }: Attribute<unknown>,
  expression: string,
  name: string,
): string {
  const read = `${expression}.${name}`;
  if (!optional) {
    return read;
  }
  return fallback === null
    ? `try(${read}, null)`
    : `try(coalesce(${read}), ${JSON.stringify(fallback)})`;
}
