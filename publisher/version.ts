import { gt, parse, prerelease } from 'semver';
import { UsageError, reasonOf } from '../errors';
import { jsonObject } from '../json';

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

/**
 * The version that a `package.json` names.
 *
 * @param where the file, for messages
 * @throws UsageError `NoJson` or `PackageVersion`
 */
export function versionIn(where: string, text: string): string {
  const { version } = jsonObject(where, text, 'write it with npm');
  if (typeof version !== 'string' || parse(version)?.version !== version) {
    throw new UsageError(
      'PackageVersion',
      `${where} must have a version like 1.2.3, got ${reasonOf(JSON.stringify(version))}; correct it`,
    );
  }
  return version;
}

/**
 * Whether a version is what people get who ask for none: the newest one, and a
 * pre-release only as long as there is nothing else.
 *
 * @param others the versions beside it
 */
export function leads(version: string, others: readonly string[]): boolean {
  const isStable = (one: string): boolean => prerelease(one) === null;
  return isStable(version)
    ? !others.some((other) => isStable(other) && gt(other, version))
    : !others.some((other) => isStable(other) || gt(other, version));
}
