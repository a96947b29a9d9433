import type { SingleBar } from 'cli-progress';
import { nameOf } from '../publisher/plan';
import type { Step } from '../publisher/plan';

/** A terminal that can draw over what it has drawn. */
interface Terminal {
  readonly isTTY?: boolean;
}

/** Whether progress can be shown there. */
export function isDrawable({ isTTY = false }: Terminal, term: string | undefined): boolean {
  return isTTY && term !== 'dumb';
}

/**
 * Works through named things, with a bar on the terminal that is gone at the
 * end. Where standard error is no terminal there is none.
 */
export async function withProgress<T extends { readonly name: string }>(
  doing: string,
  things: readonly T[],
  work: (thing: T) => void,
): Promise<void> {
  if (!isDrawable(process.stderr, process.env.TERM)) {
    things.forEach(work);
    return;
  }
  const bar = await barOf(doing);
  bar.start(things.length, 0, { name: things[0]?.name });
  try {
    things.forEach((thing, done) => {
      bar.update(done, { name: thing.name });
      work(thing);
    });
  } finally {
    bar.stop();
  }
}

/** Shows how far a series of steps is that take their own time. */
export interface StepProgress {
  /** To be told before each step. */
  readonly before: (step: Step, done: number) => void;
  /** To be told at the end, whatever it is. */
  readonly stop: () => void;
}

/** A bar on the terminal; where standard error is none, nothing. */
export async function stepProgress(doing: string, steps: readonly Step[]): Promise<StepProgress> {
  const [first] = steps;
  if (!isDrawable(process.stderr, process.env.TERM) || first === undefined) {
    return { before: () => undefined, stop: () => undefined };
  }
  const bar = await barOf(doing);
  bar.start(steps.length, 0, { name: nameOf(first) });
  return {
    before: (step, done) => {
      bar.update(done, { name: nameOf(step) });
    },
    stop: () => {
      bar.stop();
    },
  };
}

async function barOf(doing: string): Promise<SingleBar> {
  // only a terminal pays for loading it
  const { SingleBar } = await import('cli-progress');
  return new SingleBar({
    format: `${doing} [{bar}] {value}/{total} {name}`,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 20,
    clearOnComplete: true,
    // each step is drawn: the work leaves no time for the bar's own clock
    fps: 1000,
    hideCursor: true,
    stream: process.stderr,
  });
}
