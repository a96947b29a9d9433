import { GitlabProject, gitlab } from '../../../publisher/targets/gitlab';
import type { GitlabToken } from '../../../publisher/targets/gitlab';
import { describeContract } from '../../fixtures/registries/contract';
import { TestGitlab, TestStore } from '../../fixtures/registries/gitlab';
import type { GitlabTokens } from '../../fixtures/registries/gitlab';
import { json, startedServers } from '../../fixtures/registries/test-server';
import { parcelOf } from '../../fixtures/parcel';
import {
  SECRET,
  errorOf,
  impatientHttp,
  planned,
  publish,
} from '../../fixtures/registries/publishing';

const PROJECT = 'acme/platform/modules';
const TOKENS: GitlabTokens = { 'private-token': { user: 'abc', token: SECRET } };
const TOKEN: GitlabToken = { secret: SECRET, header: 'PRIVATE-TOKEN' };
const KEY = 'ssm-iam/aws/1.2.3';

const opened = ({ url }: TestGitlab): GitlabProject =>
  new GitlabProject(impatientHttp, new URL(url), PROJECT, TOKEN);

describeContract({
  server: () => new TestGitlab(PROJECT, TOKENS),
  open: (server) => opened(server),
  contents: ({ modules }) =>
    Object.fromEntries(
      [...modules].map(([key, bytes]) => [key.replace('ssm-iam/aws/', ''), bytes]),
    ),
  expected: ({ archives }) => archives.tarball.bytes,
  steps: ['upload 1.2.3'],
});

const started = startedServers();
const parcelWith = (text: string) => parcelOf('1.2.3', { 'main.tf.json': text });

test('what it keeps in an object store is compared, and the store gets no token', async () => {
  const server = await started(new TestGitlab(PROJECT, TOKENS));
  server.store = await started(new TestStore());
  await publish(opened(server), await parcelWith('{}'));

  expect(await publish(opened(server), await parcelWith('{}'))).toEqual([]);
  expect(await errorOf(opened(server).plan(await parcelWith('{"locals":{}}')))).toContain(
    '[VersionTaken]',
  );
  server.store.from(() => 'cut before');
  expect(await errorOf(opened(server).plan(await parcelWith('{}')))).toContain('[Unreachable]');
});

test('a version that is there by the time it is uploaded is compared', async () => {
  const server = await started(new TestGitlab(PROJECT, TOKENS));
  const [parcel, other] = [await parcelWith('{}'), await parcelWith('{"locals":{}}')];
  const task = await planned('upload', opened(server), parcel);
  const ofOther = await planned('upload', opened(server), other);
  await publish(opened(server), other);

  expect(await errorOf(task.run())).toContain('[VersionTaken]');
  await ofOther.run();
  expect(server.modules.get(KEY)).toEqual(other.archives.tarball.bytes);
});

test('what GitLab says of the user and the token is not shown', async () => {
  const server = await started(new TestGitlab(PROJECT, TOKENS));
  server.from((_, { path, headers }) =>
    path.endsWith('/1.2.3') ? json(400, { message: `got ${headers.authorization}` }) : 'answer',
  );

  expect(await errorOf(opened(server).plan(await parcelWith('{}')))).toContain('("got Basic ***');
});

describe('the credentials', () => {
  const onlyJob = { CI_JOB_TOKEN: SECRET };

  test.each([
    ['GITLAB_TOKEN', 'private-token', 'abc', { ...onlyJob, GITLAB_TOKEN: SECRET }],
    ['CI_JOB_TOKEN', 'job-token', 'gitlab-ci-token', onlyJob],
  ])('%s comes in this order, as GitLab takes it', async (_, header, user, env) => {
    const server = await started(new TestGitlab(PROJECT, { [header]: { user, token: SECRET } }));
    const around = { ...env, CI_SERVER_URL: server.url };
    const target = await gitlab.open({ url: server.url, gitlabProject: PROJECT }, around);

    expect(await publish(target, await parcelWith('{}'))).toEqual(['upload 1.2.3']);
  });

  test.each([
    ['none', {}, /got none in GITLAB_TOKEN or, .*\[NoCredentials\]$/],
    ['of a job of another server', onlyJob, /CI_JOB_TOKEN; set it \[NoCredentials\]$/],
  ])('%s are refused', async (_, env, message) => {
    const around = { ...env, CI_SERVER_URL: 'https://gitlab.example.com' };
    const options = { url: 'https://gitlab.com', gitlabProject: '42' };

    expect(await errorOf((async () => gitlab.open(options, around))())).toMatch(message);
  });
});

test.each(['acme', 'acme/../modules?x', '', 'https://gitlab.com/acme/modules'])(
  'the project %j is refused',
  async (gitlabProject) => {
    const open = async () =>
      gitlab.open({ url: 'https://gitlab.com', gitlabProject }, { GITLAB_TOKEN: SECRET });

    expect(await errorOf(open())).toMatch(/^--gitlab-project must be .*\[Name\]$/);
  },
);

test('an address may have a path', async () => {
  const around = { GITLAB_TOKEN: SECRET };
  const options = { url: 'https://example.com/gitlab/', gitlabProject: 'acme/modules' };

  expect((await gitlab.open(options, around)).destination).toBe(
    'https://example.com/gitlab/api/v4/projects/acme%2Fmodules/packages/terraform/modules/ssm-iam/aws',
  );
});
