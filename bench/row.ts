import type { Samples } from './samples';

/** One line of the results. */
export interface Row {
  readonly what: string;
  /** The two sides of the ratio, or what there is to say instead. */
  readonly measured: string;
  readonly ratio?: number;
  readonly target?: Target;
  /** The largest spread among the measurements. */
  readonly spread?: number;
}

export interface Target {
  readonly text: string;
  readonly met: boolean;
}

export function atMost(ratio: number, limit: number): Target {
  return { text: `≤ ${limit}`, met: ratio <= limit };
}

export function atLeast(ratio: number, limit: number): Target {
  return { text: `≥ ${limit}`, met: ratio >= limit };
}

/** `one` as a multiple of `other`. */
export function compared(
  what: string,
  unit: string,
  one: Samples,
  other: Samples,
  target?: (ratio: number) => Target,
): Row {
  const ratio = one.median / other.median;
  return {
    what,
    measured: `${shown(one, unit)} / ${shown(other, unit)}`,
    ratio,
    spread: Math.max(one.spread, other.spread),
    ...(target && { target: target(ratio) }),
  };
}

export function shown({ median, spread }: Samples, unit: string): string {
  return `${median.toPrecision(3)} ${unit} (${Math.round(spread * 100)} %)`;
}
