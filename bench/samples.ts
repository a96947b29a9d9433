/** Several measurements of one thing. */
export interface Samples {
  readonly median: number;
  /** Distance of the quartiles, as a part of the median. */
  readonly spread: number;
}

export function summarize(values: readonly number[]): Samples {
  const median = quantile(values, 0.5);
  return { median, spread: (quantile(values, 0.75) - quantile(values, 0.25)) / median };
}

/** Between two measurements, in proportion. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}
