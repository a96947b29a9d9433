import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestArtifactory } from '../fixtures/registries/artifactory';
import { TestGitlab } from '../fixtures/registries/gitlab';
import { TestHcp } from '../fixtures/registries/hcp';
import { SECRET, showsSecret } from '../fixtures/registries/publishing';
import { json } from '../fixtures/registries/test-server';
import type { TestServer } from '../fixtures/registries/test-server';
import { ReleasedProject } from '../fixtures/released-project';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { execute } from './harness/child';

const CLI = join(PROJECT, 'dist/publisher/cli.js');
const VERSION = '0.9.0';

jest.setTimeout(120_000);

const folders = temporaryFolders();
const hcp = new TestHcp('acme', SECRET);
const gitlab = new TestGitlab('acme/platform/modules', {
  'private-token': { user: 'abc', token: SECRET },
});
const artifactory = new TestArtifactory(SECRET);
let project: ReleasedProject;

/** The variables that targets read; those of whoever runs the tests are not meant. */
const NONE = Object.fromEntries(
  [
    ...['TFE_TOKEN', 'GITLAB_TOKEN', 'CI_JOB_TOKEN'],
    ...['ARTIFACTORY_ACCESS_TOKEN', 'NODE_USE_ENV_PROXY'],
  ].map((name) => [name, '']),
);

interface Place {
  readonly server: TestServer;
  /** Options and variables, once the server runs. */
  readonly to: () => readonly string[];
  readonly env: (token: string) => Readonly<Record<string, string>>;
  readonly steps: number;
}

const PLACES: Readonly<Record<string, Place>> = {
  hcp: {
    server: hcp,
    to: () => ['--url', hcp.url, '--organization', 'acme'],
    env: (token) => ({ TFE_TOKEN: token, TFE_HOSTNAME: hcp.host }),
    steps: 3,
  },
  gitlab: {
    server: gitlab,
    to: () => ['--url', gitlab.url, '--gitlab-project', 'acme/platform/modules'],
    env: (token) => ({ GITLAB_TOKEN: token }),
    steps: 1,
  },
  artifactory: {
    server: artifactory,
    to: () => [
      ...['--url', `${artifactory.url}/artifactory`],
      ...['--repository', 'terraform-local', '--namespace', 'acme'],
    ],
    env: (token) => ({ ARTIFACTORY_ACCESS_TOKEN: token }),
    steps: 1,
  },
};

beforeAll(async () => {
  project = new ReleasedProject(folders());
  project.releaseGenerated(VERSION);
  await Promise.all([hcp.start(), gitlab.start(), artifactory.start()]);
});
afterAll(() => {
  [hcp, gitlab, artifactory].forEach((server) => {
    server.stop();
  });
});

describe.each(Object.entries(PLACES))('publish to %s', (name, { server, to, env, steps }) => {
  const texts: string[] = [];
  const home = folders();
  const file = join(home, 'plan.json');
  const run = async (
    command: 'plan' | 'apply',
    extra: readonly string[] = [],
    token = SECRET,
  ): Promise<{ code: number; text: string }> => {
    const args = [CLI, 'publish', command, name, ...to(), ...extra];
    const cliConfig = join(home, 'none.tfrc');
    const variables = { ...NONE, HOME: home, TF_CLI_CONFIG_FILE: cliConfig, ...env(token) };
    const outcome = await execute(process.execPath, args, { cwd: project.folder, env: variables });
    texts.push(outcome.text);
    return outcome;
  };

  test('what is planned is done, once', async () => {
    const plan = await run('plan', ['--out', file]);
    expect(plan.code).toBe(0);
    expect(server.writes()).toEqual([]);

    expect(await run('apply', ['--plan', file])).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${VERSION} is published: `) as string,
    });
    server.forget();
    expect(await run('apply', ['--plan', file])).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${VERSION} was there already: `) as string,
    });

    expect(server.writes()).toEqual([]);
    const reviewed = JSON.parse(readFileSync(file, 'utf8')) as { readonly steps: unknown[] };
    expect(reviewed.steps).toHaveLength(steps);
  });

  test('another token, and an error of the server, end with 1', async () => {
    const wrong = await run('plan', [], `${SECRET}-expired`);
    server.from(() => json(400, { message: `Bearer ${SECRET}` }));
    const refused = await run('plan');
    server.heal();

    expect([wrong.code, wrong.text]).toEqual([1, expect.stringContaining('[Unauthorized]')]);
    expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('Bearer ***')]);
  });

  test('no token was shown, or written anywhere', () => {
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter(showsSecret)).toEqual([]);
    expect(readdirSync(home)).toEqual(['plan.json']);
    expect(showsSecret(readFileSync(file, 'utf8'))).toBe(false);
  });
});
