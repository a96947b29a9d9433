import type { Cost } from './cost';
import { summarize } from './samples';
import type { Samples } from './samples';
import { verdict } from './targets';
import type { Bound, TimeBound, Verdict } from './targets';

/** What was measured of one thing, or of two and their ratio. */
export interface Measured {
  readonly text: string;
  readonly ratio?: number;
  /** The largest spread among the measurements. */
  readonly spread?: number;
}

/** One line of the results. */
export interface Row {
  readonly what: string;
  /** By the heading of its column; rows of the same headings are a table. */
  readonly measured: Readonly<Record<string, Measured>>;
  readonly target?: Verdict;
}

/** What programs took, `one` as a multiple of `other`. */
export function comparedTimes(
  what: string,
  one: readonly Cost[],
  other: readonly Cost[],
  bound?: TimeBound,
): Row {
  const by = (clock: keyof Cost) =>
    quotient(
      summarize(one.map((cost) => cost[clock])),
      summarize(other.map((cost) => cost[clock])),
      's',
    );
  const [cpu, wall] = [by('cpu'), by('wall')];
  const row = { what, measured: { CPU: cpu, 'Wall time': wall } };
  if (bound === undefined) {
    return row;
  }
  const { text, met } = verdict(bound, bound.by === 'CPU' ? cpu.ratio : wall.ratio);
  return { ...row, target: { text: `${bound.by} ${text}`, met } };
}

/** Samples of anything else, `one` as a multiple of `other`. */
export function compared(
  what: string,
  unit: string,
  one: Samples,
  other: Samples,
  bound: Bound,
): Row {
  const measured = quotient(one, other, unit);
  return { what, measured: { Measured: measured }, target: verdict(bound, measured.ratio) };
}

function quotient(one: Samples, other: Samples, unit: string): Measured & { ratio: number } {
  return {
    text: `${shown(one, unit)} / ${shown(other, unit)}`,
    ratio: one.median / other.median,
    spread: Math.max(one.spread, other.spread),
  };
}

export function shown({ median, spread }: Samples, unit: string): string {
  return `${median.toPrecision(3)} ${unit} (${Math.round(spread * 100)} %)`;
}
