import { join } from 'node:path';
import { ReleasableProject } from '../../../fixtures/releasable-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

let first: ReleasableProject;

beforeAll(async () => {
  first = ReleasableProject.in(newFolder());
  await first.release();
});

/** A project with a release. */
const released = (): ReleasableProject => first.copy(join(newFolder(), 'copy'));

test('the first release has the version of package.json, and its changelog as it was written', async () => {
  const project = ReleasableProject.in(newFolder());
  const base = await project.commit();
  const { plan, texts } = await project.plan();

  expect(plan).toMatchObject({
    schema_version: 1,
    base,
    since: null,
    step: 'minor',
    version: '0.1.0',
    tag: 'v0.1.0',
    date: '2099-03-01',
    message: 'chore(release): v0.1.0',
  });
  expect(plan.facts).toMatchObject([{ code: 'module-added' }]);
  expect(plan.permissions).toMatchObject([{ code: 'permission-granted', by_default: true }]);
  expect(texts['CHANGELOG.md']).toBe(
    '# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2099-03-01\n\n- A lamp.\n',
  );
});

test('later ones are told since the last, with all that they write', async () => {
  const project = released();
  project.inputs = ['size'];
  project.write('CHANGELOG.md', project.read('CHANGELOG.md').replace('d]\n', 'd]\n\n- Less.\n'));
  await project.commit();
  const { plan, texts } = await project.plan();

  expect(plan).toMatchObject({ since: 'v0.1.0', step: 'major', version: '0.2.0', permissions: [] });
  expect(plan.facts.map(({ code, step }) => `${code}: ${step}`)).toEqual([
    'input-removed: major',
    'files-changed: patch',
  ]);
  expect(texts['CHANGELOG.md']).toContain(
    '## [0.2.0] - 2099-03-01\n\n- Less.\n\n### Interface\n\n- `lamp`: **breaking:** `colour` is gone; who gives it is refused.\n\n## [0.1.0]',
  );
  expect(
    plan.files.map(({ path, before, after }) => [path, before?.length, after?.length]),
  ).toEqual([
    ['CHANGELOG.md', 71, 71],
    ['generated/CHANGELOG.md', 71, 71],
    ['generated/README.md', 71, 71],
    ['generated/deep/folder/new.txt', undefined, 71],
    ['generated/once.txt', 71, undefined],
    ['package-lock.json', 71, 71],
    ['package.json', 71, 71],
  ]);
});

test('the same commit makes the same plan, whatever lies in the work tree', async () => {
  const project = released();
  project.inputs = ['size', 'colour', 'width'];
  await project.commit();
  const plan = await project.plan();
  project.write('generated/interface.json', 'not JSON');
  project.write('CHANGELOG.md', 'gone');

  expect(await project.plan()).toEqual(plan);
  expect(plan.plan).toMatchObject({ step: 'minor', version: '0.2.0' });
});

test('where nothing changed there is nothing to release, unless a version is asked for', async () => {
  const project = released();

  expect((await project.plan()).plan).toMatchObject({
    step: 'none',
    version: '0.1.0',
    tag: 'v0.1.0',
    files: [],
  });
  expect((await project.plan({ version: '0.1.1' })).plan.files).not.toEqual([]);
});

test('a pre-release is no release to compare with', async () => {
  const project = released();
  project.inputs = ['size'];
  await project.release('0.2.0-rc.1');

  expect((await project.plan()).plan).toMatchObject({
    since: 'v0.1.0',
    step: 'major',
    version: '0.2.0',
  });
});

test('tags on other branches are no releases of this one', async () => {
  const project = released();
  project.run('checkout', '--quiet', '-b', 'other');
  await project.release('0.7.0');
  project.run('checkout', '--quiet', 'main');
  project.inputs = ['size', 'width'];
  await project.commit();

  expect((await project.plan()).plan).toMatchObject({ since: 'v0.1.0', version: '0.2.0' });
});

test('a commit that is not what the generator writes is refused', async () => {
  const project = released();
  project.inputs = ['size'];

  await expect(project.plan()).rejects.toThrow(
    'got another generated/interface.json; run npm run generate',
  );
});

test('an entry of the changelog that names no changed rule is refused', async () => {
  const project = released();
  project.inputs = ['size'];
  const entry = '- Less. (looser: RoleName)\n';
  project.write('CHANGELOG.md', project.read('CHANGELOG.md').replace('d]\n', `d]\n\n${entry}`));
  await project.commit();

  await expect(project.plan()).rejects.toThrow('[LooserEntry]');
});

test('a version that is too small is refused', async () => {
  const project = released();
  project.inputs = ['size'];
  await project.commit();

  await expect(project.plan({ version: '0.1.1' })).rejects.toThrow(
    /must be 0\.2\.0 or greater, got 0\.1\.1 for a major change: lamp: `colour` is gone/,
  );
});
