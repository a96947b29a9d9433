import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors';
import { readText, reasonOf } from '../files';

/**
 * Lists the files that generating wrote, by their paths in the generated folder.
 * It marks the folder as ours; what it does not name belongs to somebody else.
 */
export const WRITTEN_LIST = '.ssm-iam-files';

/** Leads into no other folder. The lines that git adds to a merge conflict are none. */
const PATH = /^(?!\.{0,2}\/)(?:(?!\.{1,2}\/)[\w.-]+\/)*(?!\.{1,2}$)[\w.-]+$/;

/**
 * What the list names; undefined: there is none, so the folder is not ours.
 *
 * @throws UsageError `WrittenList` if it cannot be read
 */
export function readWrittenList(out: string): ReadonlySet<string> | undefined {
  const file = join(out, WRITTEN_LIST);
  if (!existsSync(file)) {
    return undefined;
  }
  try {
    return new Set(
      readText(file)
        .split(/\r?\n/)
        .filter((line) => PATH.test(line)),
    );
  } catch (error) {
    throw new UsageError(
      'WrittenList',
      `${file} cannot be read (${reasonOf(error)}); restore it, as with git restore`,
    );
  }
}

/** The text of the list. */
export const writtenList = (paths: Iterable<string>): string =>
  [...new Set(paths)]
    .sort()
    .map((path) => `${path}\n`)
    .join('');
