/** A `module` block as a person would write it. */
export function moduleBlock(
  label: string,
  source: string,
  inputs: Readonly<Record<string, unknown>>,
): string {
  const assigned = Object.entries(inputs);
  const width = Math.max(0, ...assigned.map(([name]) => name.length));
  const lines = assigned.map(
    ([name, value]) => `  ${name.padEnd(width)} = ${expression(value, 1)}`,
  );
  const body = lines.length === 0 ? [] : ['', ...lines];
  return [`module "${label}" {`, `  source = "${source}"`, ...body, '}'].join('\n');
}

/** A literal in HCL. */
function expression(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    return list(value, depth);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const assignments = Object.entries(value).map(
    ([name, item]) => `${name} = ${expression(item, depth)}`,
  );
  return `{ ${assignments.join(', ')} }`;
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
