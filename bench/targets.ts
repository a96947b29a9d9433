/** A bound that a number must keep. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** A bound of a ratio of times, by one of the clocks. */
export type TimeBound = Bound & { readonly by: 'CPU' | 'wall' };

/** What is promised; everything else in the results is there to be compared with. */
export const TARGETS = {
  /** Planning with the module, as a multiple of planning with the public one, in either form. */
  plan: { by: 'CPU', atMost: 1.15 },
  /** `generate`, as a multiple of loading CDKTF. */
  generate: { by: 'wall', atMost: 2.5 },
  /** `cdktf synth`, as a multiple of `generate`. */
  synth: { by: 'wall', atLeast: 10 },
  /** Time for each module when there are ten times as many. */
  growth: { atMost: 1.2 },
  peakMegabytes: { atMost: 150 },
} as const satisfies Readonly<Record<string, Bound | TimeBound>>;

/** A bound in words, and whether it is kept. */
export interface Verdict {
  readonly text: string;
  readonly met: boolean;
}

export function verdict(bound: Bound, measured: number): Verdict {
  return 'atMost' in bound
    ? { text: `≤ ${bound.atMost}`, met: measured <= bound.atMost }
    : { text: `≥ ${bound.atLeast}`, met: measured >= bound.atLeast };
}
