/**
 * Pieces of a JSON Schema.
 *
 * @see https://json-schema.org/draft/2020-12
 */

/** A text that is not empty. */
export const text = (description: string): object => ({
  type: 'string',
  minLength: 1,
  description,
});

/** The address of a page. */
export const page = (description: string): object => ({
  type: 'string',
  format: 'uri',
  pattern: '^https://',
  description,
});

export const flag = (description: string): object => ({ type: 'boolean', description });

export const list = (items: object, description: string): object => ({
  type: 'array',
  items,
  description,
});

/** Values of one kind by names that are not fixed. */
export const record = (values: object, description?: string): object => ({
  type: 'object',
  additionalProperties: values,
  ...(description !== undefined && { description }),
});

/** An object with these properties and no others; a name that ends with `?` may be missing. */
export function shape(properties: Readonly<Record<string, object>>): object {
  const bare = (name: string): string => name.replace(/\?$/, '');
  const names = Object.keys(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [bare(name), properties[name]])),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}
