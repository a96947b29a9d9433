import { UsageError } from '../errors';

/**
 * Refuses a version that is there with other bytes than those of the release.
 *
 * @param theirs digest of what is there; undefined: nothing is
 * @returns whether it is there
 * @throws UsageError `VersionTaken`
 */
export function refuseTaken(
  destination: string,
  version: string,
  theirs: string | undefined,
  ours: string,
): boolean {
  if (theirs !== undefined && theirs !== ours) {
    throw new UsageError(
      'VersionTaken',
      `${version} at ${destination} must hold ${ours}, got ${theirs}; a published version never changes, so release the next one`,
    );
  }
  return theirs !== undefined;
}
