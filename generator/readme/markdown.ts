/** Pieces of Markdown; text that came from elsewhere is escaped where it enters. */

/** A table; cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text in a table cell: a pipe would end it. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
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
export function anchored(kind: 'input' | 'output', text: string): string {
  return `<a name="${kind}_${text}"></a> [${name(text)}](#${kind}\\_${name(text)})`;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
