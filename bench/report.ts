import type { Row } from './row';
import { tables } from './table';

/** Above this, the medians say as much of the machine's other work as of ours. */
const LARGEST_SPREAD = 0.15;

/** What the bench prints: the results, the targets that are missed, and what was unsteady. */
export function report(rows: readonly Row[]): string {
  const missed = rows.filter(({ target }) => target?.met === false);
  const unsteady = rows.flatMap(({ what, measured }) =>
    Object.entries(measured)
      .filter(([, { spread = 0 }]) => spread > LARGEST_SPREAD)
      .map(
        ([heading, { spread = 0 }]) => `${what}, ${heading}: spread ${Math.round(spread * 100)} %`,
      ),
  );
  return [
    `${tables(rows)}\n`,
    missed.length === 0 ? 'All targets are met.' : 'MISSED TARGETS:',
    ...missed.map(({ what, target }) => `  ${what}: target ${target?.text}`),
    ...unsteady.map((line) => `Unsteady, repeat on an idle machine: ${line}`),
  ].join('\n');
}
