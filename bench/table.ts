import type { Measured, Row } from './row';

/** The results in Markdown: a table for each set of headings. */
export function tables(rows: readonly Row[]): string {
  const byHeadings = new Map<string, Row[]>();
  for (const row of rows) {
    const headings = Object.keys(row.measured).join();
    byHeadings.set(headings, [...(byHeadings.get(headings) ?? []), row]);
  }
  return [...byHeadings.values()].map(table).join('\n\n');
}

function table(rows: readonly Row[]): string {
  const headings = Object.keys(rows[0]?.measured ?? {}).flatMap((heading) => [heading, 'Ratio']);
  const all = ['What', ...headings, 'Target', 'Met'];
  const lines = rows.map(({ what, measured, target }) => [
    what,
    ...Object.values(measured).flatMap(cells),
    target?.text ?? '',
    target === undefined ? '' : target.met ? 'yes' : '**no**',
  ]);
  return [all, all.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells({ text, ratio }: Measured): string[] {
  return [text, ratio === undefined ? '' : ratio.toFixed(2)];
}
