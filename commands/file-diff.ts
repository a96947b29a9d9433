import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types';

/** A file as it is and as it should be; undefined: it is not there. */
export interface DifferingFile {
  readonly path: string;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
}

/** For finding out which lines of a file differ. */
const MOST_MILLISECONDS = 2000;

type Paint = Pick<Colors, 'bold' | 'cyan' | 'dim' | 'green' | 'red'>;

/**
 * What leads from the files as they are to what they should be, as `patch`
 * takes it if no line is left out.
 *
 * @param most lines to show in all
 */
export function fileDiff(files: readonly DifferingFile[], most: number, paint: Paint): string {
  const lines = files.flatMap(linesOf);
  const left = lines.length - most;
  return [
    ...lines.slice(0, most).map((line) => painted(line, paint)),
    ...(left > 0
      ? [paint.dim(`... and ${left} more lines; --diff ${lines.length} shows all`)]
      : []),
  ].join('\n');
}

function linesOf({ path, found, wanted }: DifferingFile): string[] {
  const patch = structuredPatch(
    found === undefined ? '/dev/null' : path,
    wanted === undefined ? '/dev/null' : path,
    found ?? '',
    wanted ?? '',
    undefined,
    undefined,
    { timeout: MOST_MILLISECONDS },
  );
  if (patch === undefined) {
    return [`--- ${path}`, `+++ ${path}`, '(differs in too many lines to be shown)'];
  }
  return formatPatch(patch, FILE_HEADERS_ONLY).replace(/\n$/, '').split('\n');
}

function painted(line: string, paint: Paint): string {
  const colours: readonly (readonly [RegExp, (text: string) => string])[] = [
    [/^(---|\+\+\+) /, paint.bold],
    [/^@@/, paint.cyan],
    [/^\+/, paint.green],
    [/^-/, paint.red],
  ];
  const [, colour] = colours.find(([start]) => start.test(line)) ?? [];
  return colour === undefined ? line : colour(line);
}
