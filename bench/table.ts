import type { Row } from './row';

const HEADINGS = ['What', 'Measured', 'Ratio', 'Target', 'Met'];

/** The results as a table in Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, ratio, target }) => [
    what,
    measured,
    ratio === undefined ? '' : ratio.toFixed(2),
    target?.text ?? '',
    target === undefined ? '' : target.met ? 'yes' : '**no**',
  ]);
  return [HEADINGS, HEADINGS.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
