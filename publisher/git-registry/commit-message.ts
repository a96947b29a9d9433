import type { Release } from '../release';

/**
 * What the commit of a release says: the version, what its changelog says about
 * it, and the commit that it comes from.
 */
export function commitMessage({ version, commit, files }: Release): string {
  const changes = changelogSection(files['CHANGELOG.md'] ?? '', version);
  return [`ssm-iam ${version}`, ...changes, `Source-Commit: ${commit}\n`].join('\n\n');
}

/** The text below the heading of a version, if there is any. */
function changelogSection(changelog: string, version: string): string[] {
  const [, ...sections] = changelog.split(/^## /m);
  const own = sections.find((section) => section.startsWith(`[${version}]`));
  const text = own?.replace(/^.*\n?/, '').trim() ?? '';
  return text === '' ? [] : [text];
}
