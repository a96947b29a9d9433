import { UsageError, reasonOf } from '../errors';
import { isErrno } from '../files';

/** What is printed of an error: bounded, whatever it is about. */
export function errorLine(error: unknown): string {
  if (error instanceof UsageError) {
    return error.message;
  }
  // it names the file, unless a disk is full
  return isErrno(error)
    ? `${reasonOf(error)}; put that right and run this again [${error.code}]`
    : reasonOf(error);
}
