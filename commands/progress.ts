import { SingleBar } from 'cli-progress';

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
export function withProgress<T extends { readonly name: string }>(
  doing: string,
  things: readonly T[],
  work: (thing: T) => void,
): void {
  if (!isDrawable(process.stderr, process.env.TERM)) {
    things.forEach(work);
    return;
  }
  const bar = new SingleBar({
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
