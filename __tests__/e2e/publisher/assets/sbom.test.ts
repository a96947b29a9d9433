import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { softwareBill } from '../../../../publisher/assets/sbom';
import { ReleasedProject, gitEnv } from '../../../fixtures/released-project';
import { PROJECT } from '../../../fixtures/source-files';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

const date = '2026-03-01T12:00:00Z';
const own = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');

/** A commit with some files. */
function committed(files: Readonly<Record<string, string>>) {
  const project = new ReleasedProject(newFolder());
  for (const [path, text] of Object.entries(files)) {
    project.write(path, text);
  }
  project.run('add', '--all');
  project.run('commit', '--quiet', '--allow-empty', '-m', 'x');
  const commit = project.run('rev-parse', 'HEAD').trim();
  return { project, release: { commit, tag: 'v1.2.3', date } };
}

const problems = async (text: string): Promise<unknown> =>
  new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text);

test('the bill of this project is CycloneDX, complete, and the same at any time', async () => {
  const names = ['package.json', 'package-lock.json'];
  const { project, release } = committed(
    Object.fromEntries(names.map((name) => [name, own(name)])),
  );
  const text = await softwareBill(project.git, release, gitEnv);
  project.write('package-lock.json', 'of the work tree');
  const bill = JSON.parse(text) as {
    metadata: { timestamp: string; component: { name: string } };
    components: { name: string; licenses?: object[]; hashes?: object[] }[];
  };
  const { dependencies, peerDependencies } = JSON.parse(own('package.json')) as Record<
    string,
    object
  >;
  const told = bill.components.map(({ name }) => name);

  expect(await softwareBill(project.git, release, gitEnv)).toBe(text);
  expect(await problems(text)).toBeNull();
  expect(await problems(text.replace('"type": "library"', '"type": "Library"'))).not.toBeNull();
  expect(bill.metadata).toMatchObject({ timestamp: date, component: { name: 'ssm-iam' } });
  expect(told).toEqual(
    expect.arrayContaining(Object.keys({ ...dependencies, ...peerDependencies })),
  );
  expect(told).not.toContain('jest');
  // in the public domain, for which npm knows no licence
  const unlicensed = bill.components.filter(({ licenses }) => licenses === undefined);
  expect(unlicensed.map(({ name }) => name)).toEqual(['jsonify']);
});

test.each([
  [{ 'package.json': '{}' }, gitEnv, /^v1\.2\.3:package-lock\.json must be .*\[CommittedFile\]$/],
  [{ 'package.json': '{}', 'package-lock.json': 'x' }, gitEnv, /^npm sbom must .*\[NpmFailed\]$/],
  [
    { 'package.json': '{}', 'package-lock.json': '{}' },
    { ...gitEnv, PATH: '/nowhere' },
    /\[NpmMissing\]$/,
  ],
])('%j makes none', async (files, env, message) => {
  const { project, release } = committed(files);

  await expect(softwareBill(project.git, release, env)).rejects.toThrow(message);
});
