import { applyRelease } from '../../../publisher/release-plan/apply-release';
import type { ReleasePlan } from '../../../publisher/release-plan/release-plan';
import { releaseAtHead, reviewedRelease } from '../../../publisher/release-plan/resume-release';
import { ReleasableProject } from '../../fixtures/releasable-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

async function planned() {
  const project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  await project.commit();
  return { project, release: await project.plan() };
}

const written = (plan: ReleasePlan): ReleasePlan => JSON.parse(JSON.stringify(plan)) as ReleasePlan;

test('the release that is checked out is found again, as it was planned', async () => {
  const { project, release } = await planned();

  expect(await releaseAtHead(project.git, project.regenerate)).toBeUndefined();
  await applyRelease(project.git, release);
  expect(await releaseAtHead(project.git, project.regenerate)).toEqual(release);
});

test('the first release too', async () => {
  const project = ReleasableProject.in(newFolder());
  await project.release();

  expect((await releaseAtHead(project.git, project.regenerate))?.plan).toMatchObject({
    since: null,
    version: '0.1.0',
  });
});

test.each([
  [
    'other files',
    (project: ReleasableProject) => {
      project.write('README.md', 'x');
    },
  ],
  [
    'a change of what is generated',
    (project: ReleasableProject) => {
      project.inputs = [];
    },
  ],
])('a commit of that name with %s is none', async (_, change) => {
  const { project, release } = await planned();
  await applyRelease(project.git, release);
  change(project);
  project.run('commit', '--quiet', '--allow-empty', '-a', '--amend', '--no-edit');

  expect(await releaseAtHead(project.git, project.regenerate)).toBeUndefined();
});

test('a plan that was reviewed is made again, of its day', async () => {
  const { project, release } = await planned();

  expect(await reviewedRelease(project.git, written(release.plan), project.regenerate)).toEqual(
    release,
  );
});

test('a plan with nothing to release too', async () => {
  const { project, release } = await planned();
  await applyRelease(project.git, release);
  const { plan } = await project.plan();

  expect((await reviewedRelease(project.git, written(plan), project.regenerate)).plan).toEqual(
    plan,
  );
});

test.each<[string, Partial<ReleasePlan>, string]>([
  ['a fact less', { facts: [] }, 'got another facts'],
  ['another message', { message: 'x' }, 'got another message'],
  ['a file less', { files: [] }, 'got another files'],
  ['another part', { extra: 1 } as Partial<ReleasePlan>, 'got another extra'],
  ['another commit', { base: '0'.repeat(40) }, 'got no commit 000000000000 here'],
])('a plan with %s is stale', async (_, change, reason) => {
  const { project, release } = await planned();

  await expect(
    reviewedRelease(project.git, written({ ...release.plan, ...change }), project.regenerate),
  ).rejects.toThrow(reason);
});

test('a plan is stale when a release came in between', async () => {
  const { project, release } = await planned();
  project.run('tag', 'v0.1.5', `${release.plan.base}^`);

  await expect(
    reviewedRelease(project.git, written({ ...release.plan, since: null }), project.regenerate),
  ).rejects.toThrow('[PlanStale]');
});
