/**
 * Text that Terraform reads as an expression or a template.
 *
 * In a `.tf.json` file every string is a template, so text that came from a
 * person has to be escaped, and an expression has to be wrapped.
 */

/** Escapes the two template markers, so that Terraform reads `text` as it stands. */
export function escapeTemplate(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** An HCL string literal. */
export function quote(text: string): string {
  return escapeTemplate(JSON.stringify(text));
}

/** A literal of any type in HCL, on one line. */
export function literalExpression(value: unknown): string {
  if (typeof value === 'string') {
    return quote(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(literalExpression).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const entries = Object.entries(value).map(
    ([name, item]) => `${key(name)} = ${literalExpression(item)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The key of an entry as a person would write it. After `{ for` Terraform expects a loop. */
export const key = (name: string): string =>
  /^(?!for$)[A-Za-z_][\w-]*$/.test(name) ? name : quote(name);

/** An expression as the string that stands for it in a `.tf.json` file. */
export function template(expression: string): string {
  return `\${${expression}}`;
}

/** What stands between the values of a template, each part on one line. */
const linesOf = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Writes an expression over several lines of TypeScript and one line of JSON. */
export function hcl(parts: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = linesOf.get(parts) ?? parts.raw.map((part) => part.replace(/\s*\n\s*/g, ' '));
  linesOf.set(parts, lines);
  return lines.reduce((text, part, i) => text + (values[i - 1] ?? '') + part).trim();
}
