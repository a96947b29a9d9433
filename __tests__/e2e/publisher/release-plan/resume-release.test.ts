import { join } from 'node:path';
import { applyRelease } from '../../../../publisher/release-plan/apply-release';
import type { PreparedRelease, ReleasePlan } from '../../../../publisher/release-plan/release-plan';
import { releaseAtHead, reviewedRelease } from '../../../../publisher/release-plan/resume-release';
import { ReleasableProject } from '../../../fixtures/releasable-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

/** A project with a release and one that is planned, and the same where that is made. */
let project: ReleasableProject;
let release: PreparedRelease;
let made: ReleasableProject;

const copy = (of = project): ReleasableProject => of.copy(join(newFolder(), 'copy'));

beforeAll(async () => {
  project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  await project.commit();
  release = await project.plan();
  made = copy();
  await applyRelease(made.git, release);
});

const written = (plan: ReleasePlan): ReleasePlan => JSON.parse(JSON.stringify(plan)) as ReleasePlan;

test('a release without its tag is found again, as it was planned', async () => {
  const interrupted = copy(made);
  interrupted.run('tag', '--delete', 'v0.2.0');

  expect(await releaseAtHead(interrupted.git, interrupted.regenerate)).toEqual(release);
  expect(await releaseAtHead(project.git, project.regenerate)).toBeUndefined();
  expect(await releaseAtHead(made.git, made.regenerate)).toBeUndefined();
});

test('the first release too', async () => {
  const first = copy();
  first.run('reset', '--quiet', '--hard', 'v0.1.0');
  first.run('tag', '--delete', 'v0.1.0');
  first.inputs = ['size', 'colour'];

  expect((await releaseAtHead(first.git, first.regenerate))?.plan).toMatchObject({
    since: null,
    version: '0.1.0',
  });
});

test('a plan that was reviewed is made again, of its day', async () => {
  expect(await reviewedRelease(project.git, written(release.plan), project.regenerate)).toEqual(
    release,
  );
});

test('a plan with nothing to release too', async () => {
  const { plan } = await made.plan();

  expect((await reviewedRelease(made.git, written(plan), made.regenerate)).plan).toEqual(plan);
});

test.each<[string, Partial<ReleasePlan>, string]>([
  ['a fact less', { facts: [] }, 'got another facts'],
  ['another message', { message: 'x' }, 'got another message'],
  ['a file less', { files: [] }, 'got another files'],
  ['another part', { extra: 1 } as Partial<ReleasePlan>, 'got another extra'],
  ['another commit', { base: '0'.repeat(40) }, 'got no commit 000000000000 here'],
])('a plan with %s is stale', async (_, change, reason) => {
  await expect(
    reviewedRelease(project.git, written({ ...release.plan, ...change }), project.regenerate),
  ).rejects.toThrow(reason);
});

test('a plan is stale when a release came in between', async () => {
  const other = copy();
  other.run('tag', 'v0.1.5', `${release.plan.base}^`);

  await expect(
    reviewedRelease(other.git, written({ ...release.plan, since: null }), other.regenerate),
  ).rejects.toThrow('[PlanStale]');
});
