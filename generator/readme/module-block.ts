import { key, literalExpression } from '../hcl';

/** Longest expression that stays on one line. */
const LINE = 90;

type Values = Readonly<Record<string, unknown>>;

/** A `module` block as a person, and `terraform fmt`, would write it. */
export function moduleBlock(
  label: string,
  address: { readonly source: string; readonly version?: string },
  inputs: Values,
): string {
  const lines = assignments(inputs, 1);
  const body = lines.length === 0 ? [] : ['', ...lines];
  return [`module "${label}" {`, ...assignments(address, 1), ...body, '}'].join('\n');
}

interface Assignment {
  readonly name: string;
  readonly text: string;
}

/**
 * Arguments as `terraform fmt` writes them.
 *
 * Equals signs stand in one column over neighbouring lines; an argument over several lines stands apart.
 */
export function assignments(values: Values, depth: number): string[] {
  const all = Object.entries(values).map(([name, value]) => ({
    name: key(name),
    text: expression(value, depth),
  }));
  return runs(all).flatMap((run) => {
    const width = Math.max(...run.map(({ name }) => name.length));
    return run.map(({ name, text }) => `${'  '.repeat(depth)}${name.padEnd(width)} = ${text}`);
  });
}

function runs(all: readonly Assignment[]): Assignment[][] {
  return all.reduce<Assignment[][]>((found, assignment) => {
    const last = found.at(-1) ?? [];
    const isApart = [assignment, ...last.slice(-1)].some(({ text }) => text.includes('\n'));
    return isApart ? [...found, [assignment]] : [...found.slice(0, -1), [...last, assignment]];
  }, []);
}

/** A literal in HCL, over several lines where one would be hard to read. */
function expression(value: unknown, depth: number): string {
  const document = jsonDocument(value);
  if (document !== undefined) {
    return `jsonencode(${block(document, depth)})`;
  }
  if (Array.isArray(value)) {
    return list(value, depth);
  }
  if (typeof value !== 'object' || value === null) {
    return literalExpression(value);
  }
  const nested = Object.values(value).some((item) => isObject(item) || jsonDocument(item));
  return nested || literalExpression(value).length > LINE
    ? block(value, depth)
    : literalExpression(value);
}

function block(value: object, depth: number): string {
  return ['{', ...assignments(value as Values, depth + 1), `${'  '.repeat(depth)}}`].join('\n');
}

function list(items: readonly unknown[], depth: number): string {
  if (!items.some(isObject) && literalExpression(items).length <= LINE) {
    return literalExpression(items);
  }
  const indent = '  '.repeat(depth);
  const lines = items.map((item) => `${indent}  ${expression(item, depth + 1)},`);
  return ['[', ...lines, `${indent}]`].join('\n');
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A person writes a document in the language, and has it encoded. */
function jsonDocument(value: unknown): object | undefined {
  if (typeof value !== 'string' || !value.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(value) as object;
  } catch {
    return undefined;
  }
}
