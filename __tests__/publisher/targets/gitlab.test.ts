import { GitlabProject, gitlab } from '../../../publisher/targets/gitlab';
import type { GitlabToken } from '../../../publisher/targets/gitlab';
import type { Parcel } from '../../../publisher/target';
import { describeContract } from '../../fixtures/registries/contract';
import { TestGitlab } from '../../fixtures/registries/gitlab';
import type { GitlabTokens } from '../../fixtures/registries/gitlab';
import { json } from '../../fixtures/registries/test-server';
import { parcelOf } from '../../fixtures/parcel';
import { SECRET, errorOf, impatient, publish } from '../../fixtures/registries/publishing';
import { surroundingsOf } from '../../fixtures/registries/surroundings';

const PROJECT = 'acme/platform/modules';
const TOKENS: GitlabTokens = { 'private-token': { user: 'abc', token: SECRET } };
const TOKEN: GitlabToken = { secret: SECRET, header: 'PRIVATE-TOKEN' };

const opened = (server: TestGitlab, token = TOKEN): GitlabProject =>
  new GitlabProject(impatient(server.url), PROJECT, token);

describeContract({
  start: () => new TestGitlab(PROJECT, TOKENS).start(),
  open: (server) => opened(server),
  contents: (server) =>
    Object.fromEntries(
      [...server.modules].map(([key, bytes]) => [key.replace('ssm-iam/aws/', ''), bytes]),
    ),
  expected: ({ archives }) => archives.tarball.bytes,
  steps: ['upload 1.2.3'],
});

describe('GitLab', () => {
  let parcel: Parcel;
  const servers: TestGitlab[] = [];
  const start = async (tokens = TOKENS, isVisible = true): Promise<TestGitlab> => {
    const server = await new TestGitlab(PROJECT, tokens, isVisible).start();
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    parcel = await parcelOf('1.2.3', { 'main.tf.json': '{}\n' });
  });
  afterAll(() => {
    servers.forEach((server) => {
      server.stop();
    });
  });

  test('what it keeps in an object store is compared, and the store gets no token', async () => {
    const server = await start();
    server.storesObjects = true;
    await publish(opened(server), parcel);
    const other = await parcelOf('1.2.3', { 'main.tf.json': '{"locals":{}}\n' });

    expect(await publish(opened(server), parcel)).toEqual([]);
    const message = await errorOf(opened(server).plan(other));

    expect(message).toContain('[VersionTaken]');
    expect(server.calls.filter(({ path }) => path.startsWith('/store/'))).toHaveLength(4);
  });

  test('the page of a proxy is no other version', async () => {
    const server = await start();
    server.modules.set('ssm-iam/aws/1.2.3', Buffer.from('<p>log in</p>'));

    expect(await errorOf(opened(server).plan(parcel))).toContain('[NoArchive]');
  });

  test('an object store that is cut off, or refuses, is told without its address', async () => {
    const server = await start();
    server.storesObjects = true;
    await publish(opened(server), parcel);

    server.from((_, { path }) => (path.startsWith('/store/') ? 'cut before' : 'answer'));
    expect(await errorOf(opened(server).plan(parcel))).toContain(`GET ${server.url} must`);
    server.from((_, { path }) => (path.startsWith('/store/') ? { status: 403 } : 'answer'));
    expect(await errorOf(opened(server).plan(parcel))).toContain(`GET ${server.url} must`);
  });

  test('a module of the same name elsewhere in the group is told in the words of GitLab', async () => {
    const server = await start();
    server.elsewhere.add('ssm-iam/aws');

    expect(await errorOf(publish(opened(server), parcel))).toMatch(
      /403 Forbidden \("A package with the same name already exists in the namespace"\).*\[Forbidden\]$/,
    );
  });

  test('a project that the token may not see is not found when it is written to', async () => {
    const server = await start(TOKENS, false);

    expect(await errorOf(publish(opened(server), parcel))).toMatch(
      /404 Not Found \("404 Project Not Found"\).*may not see.*\[NotFound\]$/,
    );
  });

  test('a token that is not valid is told when it is planned', async () => {
    const server = await start({ 'private-token': { user: 'abc', token: 'another' } });

    expect(await errorOf(opened(server).plan(parcel))).toContain('[Unauthorized]');
  });

  test.each([
    [TOKEN, 'private-token', 'abc'],
    [{ ...TOKEN, header: 'DEPLOY-TOKEN', user: 'deployer' }, 'deploy-token', 'deployer'],
  ] as const)(
    'what GitLab says of the user and the token is not shown',
    async (token, header, user) => {
      const server = await start({ [header]: { user, token: SECRET } });
      server.from((_, { path, headers }) =>
        path.endsWith('/1.2.3') ? json(400, { message: `got ${headers.authorization}` }) : 'answer',
      );

      expect(await errorOf(opened(server, token).plan(parcel))).toContain('("got Basic ***');
    },
  );

  describe('the credentials', () => {
    const all = {
      GITLAB_TOKEN: SECRET,
      GITLAB_DEPLOY_TOKEN: SECRET,
      GITLAB_DEPLOY_USER: 'deployer',
      CI_JOB_TOKEN: SECRET,
    };
    const { GITLAB_TOKEN: _own, ...withoutOwn } = all;
    const { GITLAB_DEPLOY_TOKEN: _deploy, ...onlyJob } = withoutOwn;

    test.each([
      ['GITLAB_TOKEN', 'private-token', 'abc', all],
      ['GITLAB_DEPLOY_TOKEN', 'deploy-token', 'deployer', withoutOwn],
      ['CI_JOB_TOKEN', 'job-token', 'gitlab-ci-token', onlyJob],
    ])('%s comes in this order, as GitLab takes it', async (_, header, user, env) => {
      const server = await start({ [header]: { user, token: SECRET } });
      const around = surroundingsOf({ ...env, CI_SERVER_URL: server.url });
      const target = await gitlab.open({ url: server.url, gitlabProject: PROJECT }, around);

      expect(await publish(target, parcel)).toEqual(['upload 1.2.3']);
    });

    test.each([
      ['none', {}, /got none in GITLAB_TOKEN, .*\[NoCredentials\]$/],
      ['of a job of another server', onlyJob, /CI_JOB_TOKEN; set one \[NoCredentials\]$/],
      [
        'without its user',
        { GITLAB_DEPLOY_TOKEN: SECRET },
        /GITLAB_DEPLOY_USER.*\[NoCredentials\]$/,
      ],
    ])('%s are refused', async (_, env, message) => {
      const around = surroundingsOf({ ...env, CI_SERVER_URL: 'https://gitlab.example.com' });
      const options = { url: 'https://gitlab.com', gitlabProject: '42' };

      expect(await errorOf((async () => gitlab.open(options, around))())).toMatch(message);
    });
  });

  test.each(['acme', 'acme/../modules?x', '', 'https://gitlab.com/acme/modules'])(
    'the project %j is refused',
    async (gitlabProject) => {
      const options = { url: 'https://gitlab.com', gitlabProject };

      const message = await errorOf(
        (async () => gitlab.open(options, surroundingsOf({ GITLAB_TOKEN: SECRET })))(),
      );

      expect(message).toMatch(/^--gitlab-project must be .*\[Name\]$/);
    },
  );

  test('below an address with a path', async () => {
    const around = surroundingsOf({ GITLAB_TOKEN: SECRET });
    const options = { url: 'https://example.com/gitlab/', gitlabProject: 'acme/modules' };

    expect((await gitlab.open(options, around)).destination).toBe(
      'https://example.com/gitlab/api/v4/projects/acme%2Fmodules/packages/terraform/modules/ssm-iam/aws',
    );
  });
});
