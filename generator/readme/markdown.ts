/** Pieces of Markdown; text that came from elsewhere is escaped where it enters. */

/** A table; cells are Markdown already. The column of a header that begins with a colon is centred. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const names = header.map((text) => text.replace(/^:/, ''));
  const rules = header.map((text) =>
    text.startsWith(':') ? `:${'-'.repeat(text.length - 3)}:` : '-'.repeat(text.length),
  );
  return [line(names), line(rules), ...rows.map(line)].join('\n');
}

/** Text in a table cell: a pipe would end it. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

/** Sentences in a table cell, in which only backticks mean something. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\_*<[]/g, '\\$&')))
    .map(cell)
    .join('`');
}

/** Text as code; a pipe inside is escaped as GitHub's tables want it. */
export function code(text: string): string {
  return `\`${cell(text)}\``;
}

/** A name that Markdown must not take for emphasis. */
export function name(text: string): string {
  return text.replace(/_/g, '\\_');
}

/** A row's name that can be linked to, in terraform-docs' form. */
export function anchored(
  kind: 'input' | 'module' | 'output' | 'requirement',
  text: string,
): string {
  return `<a name="${kind}_${text}"></a> [${name(text)}](#${kind}\\_${name(text)})`;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}
