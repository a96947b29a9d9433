import type { SingleBar } from 'cli-progress';

/** A terminal that can draw over what it has drawn. */
interface Terminal {
  readonly isTTY?: boolean;
}

/** Whether progress can be shown there. */
export function isDrawable({ isTTY = false }: Terminal, term: string | undefined): boolean {
  return isTTY && term !== 'dumb';
}

/**
 * Works through named things, one after the other, with a bar on the terminal
 * that is gone at the end. Where standard error is no terminal there is none.
 */
export async function withProgress<T extends { readonly name: string }>(
  doing: string,
  things: readonly T[],
  work: (thing: T) => unknown,
): Promise<void> {
  if (things.length === 0 || !isDrawable(process.stderr, process.env.TERM)) {
    for (const thing of things) {
      await work(thing);
    }
    return;
  }
  const bar = await barOf(doing);
  bar.start(things.length, 0, { name: things[0]?.name });
  try {
    for (const [done, thing] of things.entries()) {
      bar.update(done, { name: thing.name });
      await work(thing);
    }
  } finally {
    bar.stop();
  }
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
