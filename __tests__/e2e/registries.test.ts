import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../fixtures/contracts';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { TestArtifactory } from '../fixtures/registries/artifactory';
import { TestGitlab } from '../fixtures/registries/gitlab';
import { TestHcp } from '../fixtures/registries/hcp';
import { SECRET, showsSecret } from '../fixtures/registries/publishing';
import type { TestServer } from '../fixtures/registries/test-server';
import { ReleasedProject } from '../fixtures/released-project';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { execute, mustExecute } from './harness/child';
import { findTools, terraformEnvironment } from './harness/tools';

const CLI = join(PROJECT, 'dist/publisher/cli.js');
const VERSION = '0.9.0';

jest.setTimeout(120_000);

const folders = temporaryFolders();
const hcp = new TestHcp('acme', SECRET);
const gitlab = new TestGitlab('acme/platform/modules', {
  'private-token': { user: 'abc', token: SECRET },
});
const artifactory = new TestArtifactory('terraform-local', [{ token: SECRET, mayDelete: false }]);
let project: ReleasedProject;

/** The variables that targets read; those of whoever runs the tests are not meant. */
const NONE = Object.fromEntries(
  [
    ...['TFE_TOKEN', 'GITLAB_TOKEN', 'GITLAB_DEPLOY_TOKEN', 'CI_JOB_TOKEN'],
    ...['ARTIFACTORY_ACCESS_TOKEN', 'JF_ACCESS_TOKEN', 'http_proxy', 'https_proxy'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'TERRAFORM_CONFIG'],
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
    steps: 4,
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
    env: (token) => ({ JF_ACCESS_TOKEN: token }),
    steps: 1,
  },
};

beforeAll(async () => {
  hcp.looks = 1;
  project = new ReleasedProject(folders());
  project.releaseGenerated(VERSION);
  await Promise.all([hcp.start(), gitlab.start(), artifactory.start()]);
});
afterAll(() => {
  [hcp, gitlab, artifactory].forEach((server) => {
    server.stop();
  });
});

describe.each(Object.entries(PLACES))('publish --to %s', (name, { server, to, env, steps }) => {
  const texts: string[] = [];
  const home = folders();
  const file = join(home, 'plan.json');
  const run = async (
    command: 'plan' | 'apply',
    extra: readonly string[] = [],
    token = SECRET,
  ): Promise<{ code: number; text: string }> => {
    const args = [CLI, 'publish', command, '--to', name, ...to(), ...extra];
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

  test('another token, an error of the server and a redirect end with 1', async () => {
    const wrong = await run('plan', [], `${SECRET}-expired`);
    expect(wrong).toMatchObject({
      code: 1,
      text: expect.stringContaining('[Unauthorized]') as string,
    });
    server.from(() => ({
      status: 302,
      headers: { location: `https://example.com/?signature=${SECRET}` },
    }));
    const moved = await run('plan');
    server.from(() => ({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ message: `Bearer ${SECRET}` })),
    }));
    const refused = await run('plan', ['--json']);
    server.heal();

    expect(moved.code).toBe(1);
    expect(refused).toMatchObject({
      code: 1,
      text: expect.stringContaining('Bearer ***') as string,
    });
  });

  test('no token and no signature was shown, or written anywhere', () => {
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter(showsSecret)).toEqual([]);
    expect(readdirSync(home)).toEqual(['plan.json']);
    expect(showsSecret(readFileSync(file, 'utf8'))).toBe(false);
  });
});

const tools = findTools();
const describeWithTerraform = tools === undefined ? describe.skip : describe;

describeWithTerraform('Terraform', () => {
  test('installs what was published, whole and by submodule', async () => {
    if (tools === undefined) {
      throw new Error('unreachable: the suite is skipped without tools');
    }
    const consumer = folders();
    const cliConfig = join(folders(), 'terraformrc');
    const mirror = tools.cliConfig === undefined ? '' : readFileSync(tools.cliConfig, 'utf8');
    const gitlabModules = `${gitlab.url}/api/v4/packages/terraform/modules/v1/`;
    writeFileSync(
      cliConfig,
      [
        mirror,
        hostBlock('hcp.example.test', `${hcp.url}/api/registry/v1/modules/`),
        hostBlock('gitlab.example.test', gitlabModules),
      ].join('\n'),
    );
    fill(consumer, { 'main.tf.json': JSON.stringify({ module: MODULE_CALLS }) });

    await mustExecute(tools.terraform, ['init', '-backend=false', '-no-color'], {
      cwd: consumer,
      env: { ...terraformEnvironment(tools), TF_CLI_CONFIG_FILE: cliConfig },
    });

    const generated = generatedFiles();
    const installed = (call: string): Record<string, string> =>
      contentsOf(join(consumer, '.terraform/modules', call));
    expect(installed('hcp')).toEqual(generated);
    expect(installed('gitlab')).toEqual(generated);
    // what Terraform has already it copies, without hidden files
    expect(installed('hcp_profile')).toMatchObject(withoutHidden(generated));
    const read = [...hcp.calls, ...gitlab.calls].map(({ path }) => path);
    expect(read).toContain('/api/registry/v1/modules/acme/ssm-iam/aws/versions');
    expect(read).toContain('/api/v4/packages/terraform/modules/v1/acme/ssm-iam/aws/versions');
  });
});

const withoutHidden = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !/(^|\/)\./.test(path)));

const MODULE_CALLS = {
  hcp: { source: 'hcp.example.test/acme/ssm-iam/aws', version: '~> 0.9.0' },
  hcp_profile: {
    source: 'hcp.example.test/acme/ssm-iam/aws//modules/instance-profile',
    version: VERSION,
  },
  gitlab: { source: 'gitlab.example.test/acme/ssm-iam/aws', version: '>= 0.9.0' },
};

const hostBlock = (host: string, modules: string): string =>
  `host "${host}" {\n  services = { "modules.v1" = "${modules}" }\n}\ncredentials "${host}" {\n  token = "${SECRET}"\n}\n`;
