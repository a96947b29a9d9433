/** A type constraint of Terraform. */
export type TypeConstraint =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'collection'; readonly name: string; readonly of: TypeConstraint }
  | { readonly kind: 'object'; readonly attributes: Readonly<Record<string, Attribute>> };

/** An attribute of an object. */
export interface Attribute {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  /** The expression of its default; of an optional attribute without one `null`. */
  readonly default: string;
}

/**
 * Reads a type constraint like `list(object({ name = string, size = optional(number, 1) }))`.
 * What it does not know, like a tuple, is a type by its text.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function parseType(text: string): TypeConstraint {
  const trimmed = text.trim();
  const [, name = '', inside = ''] = /^(\w+)\(([\s\S]*)\)$/.exec(trimmed) ?? [];
  if (['list', 'map', 'set'].includes(name)) {
    return { kind: 'collection', name, of: parseType(inside) };
  }
  const [, body] = name === 'object' ? (/^\s*\{([\s\S]*)\}\s*$/.exec(inside) ?? []) : [];
  if (body !== undefined) {
    const attributes = split(body, /[,\n]/).map(parseAttribute);
    return { kind: 'object', attributes: Object.fromEntries(attributes) };
  }
  return { kind: 'plain', name: withoutSpaces(trimmed) };
}

function parseAttribute(text: string): [string, Attribute] {
  const [, name = text.trim(), type = ''] = /^\s*"?([\w-]+)"?\s*[=:]\s*([\s\S]*)$/.exec(text) ?? [];
  const [, optional] = /^optional\(([\s\S]*)\)\s*$/.exec(type) ?? [];
  if (optional === undefined) {
    return [name, { type: parseType(type), optional: false, default: 'null' }];
  }
  const [inner = '', ...rest] = split(optional, /,/);
  return [
    name,
    {
      type: parseType(inner),
      optional: true,
      default: rest.length === 0 ? 'null' : withoutSpaces(rest.join(',')),
    },
  ];
}

/** The text of a type in one form. */
export function typeText(type: TypeConstraint): string {
  switch (type.kind) {
    case 'plain':
      return type.name;
    case 'collection':
      return `${type.name}(${typeText(type.of)})`;
    case 'object': {
      const attributes = Object.entries(type.attributes).map(
        ([name, attribute]) => `${name} = ${attributeText(attribute)}`,
      );
      return attributes.length === 0 ? 'object({})' : `object({ ${attributes.join(', ')} })`;
    }
  }
}

export function attributeText({ type, optional, default: preset }: Attribute): string {
  const inner = typeText(type);
  if (!optional) {
    return inner;
  }
  return preset === 'null' ? `optional(${inner})` : `optional(${inner}, ${preset})`;
}

/** Parts of a text between separators that stand in no brackets and in no string. */
function split(text: string, separator: RegExp): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[\s\S]/g) ?? []) {
    depth += /^[([{]$/.test(token) ? 1 : /^[)\]}]$/.test(token) ? -1 : 0;
    if (depth === 0 && separator.test(token) && token.length === 1) {
      parts.push('');
    } else {
      parts.push(`${parts.pop() ?? ''}${token}`);
    }
  }
  return parts.filter((part) => part.trim() !== '');
}

/** A text whose white space, outside strings, is as canonical as its meaning allows. */
const withoutSpaces = (text: string): string =>
  text
    .trim()
    .replace(/"(?:[^"\\]|\\.)*"|\s*([=:,[\]{}()])\s*|\s+/g, (whole, sign: string | undefined) =>
      whole.startsWith('"') ? whole : (sign ?? ' '),
    );
