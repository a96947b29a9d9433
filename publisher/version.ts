import { parse } from 'semver';
import { UsageError } from '../errors';

/** The tag of a version. */
export const tagOf = (version: string): string => `v${version}`;

/**
 * A version as registries list it: `1.2.3`, or `1.2.3-rc.1`.
 *
 * @throws UsageError `Version`
 */
export function versionOf(option: string, text: string): string {
  if (parse(text)?.version !== text) {
    throw new UsageError(
      'Version',
      `${option} must be a version like 1.2.3 or 1.2.3-rc.1, got "${text}"; leave out the v and all that follows a plus`,
    );
  }
  return text;
}
