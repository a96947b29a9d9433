import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readText, whileReading } from '../files';

/**
 * Lists the files that generating wrote, by their paths in the generated folder.
 * It marks the folder as ours; what it does not name belongs to somebody else.
 */
export const WRITTEN_LIST = '.ssm-iam-files';

/**
 * What the list names; undefined: there is none, so the folder is not ours.
 *
 * @throws UsageError `UnreadableFile`
 */
export function readWrittenList(out: string): ReadonlySet<string> | undefined {
  const file = join(out, WRITTEN_LIST);
  if (!existsSync(file)) {
    return undefined;
  }
  const text = whileReading(file, 'restore it, as with git restore', () => readText(file));
  return new Set(text.split(/\r?\n/).filter(isPath));
}

/** Whether a line leads to a file of the folder. Those that git adds to a merge conflict do not. */
const isPath = (line: string): boolean =>
  line.split('/').every((name) => /^[\w.-]+$/.test(name) && name !== '.' && name !== '..');

/** The text of the list. */
export const writtenList = (paths: Iterable<string>): string =>
  [...new Set(paths)]
    .sort()
    .map((path) => `${path}\n`)
    .join('');
