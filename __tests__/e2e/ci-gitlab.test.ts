import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleasedProject } from '../fixtures/released-project';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { bash, projectWithRelease } from './harness/ci-project';
import type { Outcome } from './harness/child';
import { GitlabReleases } from './harness/gitlab-releases';

const newFolder = temporaryFolders();
const newProject = (): ReleasedProject => projectWithRelease(newFolder());

jest.setTimeout(120_000);

describe('the page of a release on GitLab', () => {
  const TOKEN = 'job-s3cret';
  let gitlab: GitlabReleases;
  beforeEach(async () => {
    gitlab = await new GitlabReleases(TOKEN).start();
  });
  afterEach(() => {
    gitlab.stop();
  });

  /** A project with the files of its release in `release`. */
  async function withFiles(): Promise<ReleasedProject> {
    const project = newProject();
    const command = 'node dist/publisher/cli.js release assets --out release';
    expect(await bash(project.folder, ['-c', command], {})).toMatchObject({ code: 0 });
    return project;
  }

  const makePage = ({ folder }: ReleasedProject, token = TOKEN): Promise<Outcome> =>
    bash(folder, ['-c', `'${join(PROJECT, '.ci/gitlab-release')}' release`], {
      CI_API_V4_URL: gitlab.api,
      CI_PROJECT_ID: '7',
      CI_COMMIT_TAG: 'v1.0.0',
      CI_JOB_TOKEN: token,
    });

  test.each([false, true])(
    'has every file, SHA256SUMS last, and is left alone then (store: %s)',
    async (redirects) => {
      gitlab.redirects = redirects;
      const project = await withFiles();
      const { code, text } = await makePage(project);
      const names = [...gitlab.files.keys()].map((path) => path.split('/').at(-1) ?? '');

      expect({ code, text }).toMatchObject({
        code: 0,
        text: expect.stringMatching(/^released v1\.0\.0$/m) as string,
      });
      expect(names.at(-1)).toBe('SHA256SUMS');
      expect([...names].sort()).toEqual(readdirSync(join(project.folder, 'release')).sort());
      for (const [path, bytes] of gitlab.files) {
        const local = readFileSync(join(project.folder, 'release', path.split('/').at(-1) ?? ''));
        expect(bytes.equals(local)).toBe(true);
      }
      expect(gitlab.releases.get('v1.0.0')).toMatchObject({
        description: expect.stringContaining('- The `first`, for $HOME.') as string,
        assets: { links: names.sort().map((name) => ({ name })) },
      });
      gitlab.forget();
      expect((await makePage(project)).code).toBe(0);
      expect(gitlab.writes()).toEqual([]);
    },
  );

  test('comes to the same, wherever it is broken off', async () => {
    const project = await withFiles();
    await makePage(project);
    const calls = gitlab.calls.length;
    const whole = { files: new Map(gitlab.files), releases: new Map(gitlab.releases) };
    for (let cut = 0; cut < calls; cut += 1) {
      gitlab.files.clear();
      gitlab.releases.clear();
      gitlab.from((index) => (index < cut ? 'answer' : 'cut before'));
      const { code } = await makePage(project);
      gitlab.heal();

      expect(code).not.toBe(0);
      expect((await makePage(project)).code).toBe(0);
      expect({ files: gitlab.files, releases: gitlab.releases }).toEqual(whole);
    }
  });

  test('that is there with other files stays', async () => {
    const project = await withFiles();
    gitlab.files.set(
      '/api/v4/projects/7/packages/generic/ssm-iam/1.0.0/SHA256SUMS',
      Buffer.from('x'),
    );
    const { code, text } = await makePage(project);

    expect(code).toBe(1);
    expect(text).toContain('a published version never changes: 1.0.0 is there with other files');
    expect(gitlab.files.size).toBe(1);
    expect(gitlab.releases.size).toBe(0);
  });

  test('is refused with what GitLab says, and without the token', async () => {
    const { code, text } = await makePage(await withFiles(), 'wrong-s3cret');

    expect(code).toBe(1);
    expect(text).toContain(
      'GitLab must answer with 200 302 404, got 401: {"message":"401 Unauthorized"}',
    );
    expect(text).not.toContain('s3cret');
  });
});
