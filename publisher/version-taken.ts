import { UsageError } from '../errors';

/** Says that a version is there with other bytes than those of the release. */
export const versionTaken = (
  destination: string,
  version: string,
  theirs: string,
  ours: string,
): UsageError =>
  new UsageError(
    'VersionTaken',
    `${version} at ${destination} must hold ${ours}, got ${theirs}; a published version never changes, so release the next one`,
  );
