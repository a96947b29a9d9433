import { compare, prerelease, valid } from 'semver';
import { digestOf } from '../archive';
import type { Git } from '../git';
import { GENERATED, filesAt } from '../release';
import { tagOf, versionIn } from '../version';
import { releasedChangelog } from './changelog-release';
import { stepOf } from '../facts/fact';
import type { Facts } from '../facts/fact';
import { factsBetween } from '../facts/facts-between';
import { claimedRules, refuseIdleClaims } from '../facts/looser-entries';
import { nextVersion } from './next-version';
import { filesOf, projectAt, refuseStale } from './project-texts';
import type { Project, Regenerate } from './project-texts';
import { messageOf } from './release-plan';
import type { PlannedFile, PreparedRelease, ReleasePlan } from './release-plan';
import { VERSIONED, withVersion } from './released-texts';

/** What a release is planned from. */
export interface ReleaseRequest {
  /** The commit that is released, in full. */
  readonly base: string;
  /** Undefined: the one that the facts ask for. */
  readonly version?: string | undefined;
  /** The day, UTC, like `2026-03-01`. */
  readonly date: string;
}

/**
 * Compares a commit with the last release and says what releasing it comes to. Reads only.
 *
 * @throws UsageError about the request, the project or its changelog
 */
export async function planRelease(
  git: Git,
  request: ReleaseRequest,
  regenerate: Regenerate,
): Promise<PreparedRelease> {
  const project = await projectAt(git, request.base);
  await refuseStale(project, regenerate);
  const released = await releasedBefore(git, request.base);
  const since = lastRelease(released);
  const before = since === undefined ? {} : await filesAt(git, `refs/tags/${since}`, GENERATED);
  const facts = factsBetween(before, project.generated, since);
  refuseIdleClaims(claimedRules(before, project.generated), facts);
  const current = versionIn('package.json', project.texts['package.json'] ?? '');
  const versions = { current, since: since?.slice(1), released, wanted: request.version };
  const version = nextVersion(facts, versions);
  const shared = { base: request.base, since: since ?? null, step: stepOf(facts), version };
  const isNothing = version === since?.slice(1);
  // of the first release all is new
  const told = since === undefined ? undefined : facts;
  const texts = isNothing
    ? {}
    : await releasedTexts(project, version, request.date, told, regenerate);
  return { plan: planOf(shared, request.date, facts, project, texts), texts };
}

/** The versions that are tagged on the way to a commit, oldest first. */
async function releasedBefore(git: Git, commit: string): Promise<string[]> {
  const tags = await git.text(['tag', '--list', 'v*', '--merged', commit]);
  return tags
    .split('\n')
    .map((tag) => tag.slice(1))
    .filter((version) => valid(version) === version)
    .sort(compare);
}

/** Pre-releases try what the next release brings: it is told since the one before. */
function lastRelease(released: readonly string[]): string | undefined {
  const last = released.findLast((version) => prerelease(version) === null);
  return last === undefined ? undefined : tagOf(last);
}

/** The files that differ then, by their paths in the project. */
async function releasedTexts(
  project: Project,
  to: string,
  date: string,
  facts: Facts | undefined,
  regenerate: Regenerate,
): Promise<PreparedRelease['texts']> {
  const versioned = VERSIONED.flatMap((path) => {
    const text = project.texts[path];
    return text === undefined ? [] : [[path, withVersion(path, text, to)] as const];
  });
  const changelog = project.texts['CHANGELOG.md'] ?? '';
  const texts = {
    ...project.texts,
    ...Object.fromEntries(versioned),
    'CHANGELOG.md': releasedChangelog(changelog, to, date, facts),
  };
  const before = filesOf(project);
  const after = filesOf({ texts, generated: await regenerate(texts) });
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    paths
      .filter((path) => before[path] !== after[path])
      .map((path) => [path, after[path] ?? null] as const),
  );
}

function planOf(
  shared: Pick<ReleasePlan, 'base' | 'since' | 'step' | 'version'>,
  date: string,
  facts: Facts,
  project: Project,
  texts: PreparedRelease['texts'],
): ReleasePlan {
  const before = filesOf(project);
  const tag = tagOf(shared.version);
  return {
    schema_version: 1,
    ...shared,
    tag,
    date,
    facts: facts.interface,
    permissions: facts.permissions,
    files: Object.entries(texts).map(([path, text]): PlannedFile => ({
      path,
      before: digestOrNull(before[path]),
      after: digestOrNull(text),
    })),
    message: messageOf(tag),
  };
}

const digestOrNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null ? null : digestOf(text);
