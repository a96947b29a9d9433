import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../../errors';
import type { Git } from '../git';
import { planRelease } from './plan-release';
import type { Regenerate } from './project-texts';
import type { PreparedRelease, ReleasePlan } from './release-plan';

/**
 * The release that was interrupted between its commit, which is checked out, and its tag.
 *
 * @returns undefined if there is none
 */
export async function releaseAtHead(
  git: Git,
  regenerate: Regenerate,
): Promise<PreparedRelease | undefined> {
  const commit = await git.text(['show', '--no-patch', '--format=%P%n%s', 'HEAD']);
  const { base, version } =
    /^(?<base>\w+)\nchore\(release\): v(?<version>\S+)$/.exec(commit)?.groups ?? {};
  if (base === undefined || version === undefined || (await git.commitOf(`v${version}`))) {
    return undefined;
  }
  const changelog = await git.text(['show', 'HEAD:CHANGELOG.md']);
  const heading = changelog.split('\n').find((line) => line.startsWith(`## [${version}] - `));
  const date = heading?.slice(-'2026-03-01'.length) ?? '';
  return planRelease(git, { base, version, date }, regenerate);
}

/**
 * Plans a release again that somebody reviewed: it does what they have read, or nothing.
 *
 * @throws UsageError `PlanStale` if it would be another one by now
 */
export async function reviewedRelease(
  git: Git,
  reviewed: ReleasePlan,
  regenerate: Regenerate,
): Promise<PreparedRelease> {
  const { base, version, date, files } = reviewed;
  if ((await git.object(`${base}^{commit}`)) === undefined) {
    throw planStale(`no commit ${base.slice(0, 12)} here`);
  }
  const request = { base, date, ...(files.length > 0 && { version }) };
  const release = await planRelease(git, request, regenerate);
  const plan = JSON.parse(JSON.stringify(release.plan)) as ReleasePlan;
  const keys = Object.keys({ ...plan, ...reviewed }) as (keyof ReleasePlan)[];
  const differing = keys.find((key) => !isDeepStrictEqual(plan[key], reviewed[key]));
  if (differing !== undefined) {
    throw planStale(`another ${differing}`);
  }
  return release;
}

const planStale = (found: string): UsageError =>
  new UsageError(
    'PlanStale',
    `the plan must still be what a release comes to, got ${found}; plan again and review what is new`,
  );
