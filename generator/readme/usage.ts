import { quote } from '../hcl';

/** A `module` block as a person, and `terraform fmt`, would write it. */
export function moduleBlock(
  label: string,
  source: string,
  inputs: Readonly<Record<string, unknown>>,
): string {
  const lines = assignments(inputs);
  const body = lines.length === 0 ? [] : ['', ...lines];
  return [`module "${label}" {`, `  source = "${source}"`, ...body, '}'].join('\n');
}

interface Assignment {
  readonly name: string;
  readonly text: string;
}

/** Equals signs stand in one column over neighbouring lines; an argument over several lines stands apart. */
function assignments(inputs: Readonly<Record<string, unknown>>): string[] {
  const all = Object.entries(inputs).map(([name, value]) => ({ name, text: expression(value, 1) }));
  return runs(all).flatMap((run) => {
    const width = Math.max(...run.map(({ name }) => name.length));
    return run.map(({ name, text }) => `  ${name.padEnd(width)} = ${text}`);
  });
}

function runs(all: readonly Assignment[]): Assignment[][] {
  return all.reduce<Assignment[][]>((found, assignment) => {
    const last = found.at(-1);
    const isApart = [assignment, last?.at(-1)].some((one) => one?.text.includes('\n') ?? true);
    return isApart || last === undefined
      ? [...found, [assignment]]
      : [...found.slice(0, -1), [...last, assignment]];
  }, []);
}

/** A literal in HCL. */
function expression(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    return quote(value);
  }
  if (Array.isArray(value)) {
    return list(value, depth);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const attributes = Object.entries(value).map(
    ([name, item]) => `${key(name)} = ${expression(item, depth)}`,
  );
  return attributes.length === 0 ? '{}' : `{ ${attributes.join(', ')} }`;
}

function key(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : quote(name);
}

function list(items: readonly unknown[], depth: number): string {
  const holdsObjects = items.some((item) => typeof item === 'object');
  if (!holdsObjects) {
    return `[${items.map((item) => expression(item, depth)).join(', ')}]`;
  }
  const indent = '  '.repeat(depth);
  const lines = items.map((item) => `${indent}  ${expression(item, depth + 1)},`);
  return ['[', ...lines, `${indent}]`].join('\n');
}
