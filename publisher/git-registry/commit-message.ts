import { changelogSection } from '../changelog';
import type { Release } from '../release';

/**
 * What the commit of a release says: the version, what its changelog says about
 * it, and the commit that it comes from.
 */
export function commitMessage({ version, commit, files }: Release): string {
  const changes = changelogSection(files['CHANGELOG.md'] ?? '', version);
  return [`ssm-iam ${version}`, changes, `Source-Commit: ${commit}\n`]
    .filter((part) => part !== '')
    .join('\n\n');
}
