import { ArtifactoryRepository, artifactory } from '../../../publisher/targets/artifactory';
import { TestArtifactory } from '../../fixtures/registries/artifactory';
import { describeContract } from '../../fixtures/registries/contract';
import { parcelOf } from '../../fixtures/parcel';
import {
  SECRET,
  errorOf,
  impatientHttp,
  planned,
  publish,
} from '../../fixtures/registries/publishing';
import { json, startedServers } from '../../fixtures/registries/test-server';

const PATH = 'terraform-local/acme/ssm-iam/aws';

const opened = ({ url }: TestArtifactory): ArtifactoryRepository =>
  new ArtifactoryRepository(impatientHttp, new URL(`${url}/artifactory`), PATH, SECRET);

describeContract({
  server: () => new TestArtifactory(SECRET),
  open: opened,
  contents: ({ files }) =>
    Object.fromEntries(
      [...files].map(([path, bytes]) => [path.replace(`${PATH}/`, '').replace('.zip', ''), bytes]),
    ),
  expected: ({ archives }) => archives.zip.bytes,
  steps: ['upload 1.2.3'],
});

const started = startedServers();
const FILES = { 'main.tf.json': '{}\n' };

test('what has no digest is something else', async () => {
  const server = await started(new TestArtifactory(SECRET));
  server.from(() => json(200, { children: [] }));

  expect(await errorOf(opened(server).plan(await parcelOf('1.2.3', FILES)))).toMatch(
    /got something without a digest; .*\[VersionTaken\]$/,
  );
});

test('what was written since it was planned is not written over', async () => {
  const server = await started(new TestArtifactory(SECRET));
  const parcel = await parcelOf('1.2.3', FILES);
  const task = await planned('upload', opened(server), parcel);
  await publish(opened(server), await parcelOf('1.2.3', { 'main.tf.json': '{"locals":{}}\n' }));
  server.forget();

  expect(await errorOf(task.run())).toContain('[VersionTaken]');
  expect(server.writes()).toEqual([]);
});

test('bytes that are not those of their checksum are refused by the server', async () => {
  const server = await started(new TestArtifactory(SECRET));
  const parcel = await parcelOf('1.2.3', FILES);
  const { zip } = parcel.archives;
  const broken = { ...zip, bytes: Buffer.concat([zip.bytes, Buffer.from('x')]) };
  const damaged = { ...parcel, archives: { ...parcel.archives, zip: broken } };

  expect(await errorOf(publish(opened(server), damaged))).toMatch(/409 Conflict .*actual is/);
});

test('the token is that of ARTIFACTORY_ACCESS_TOKEN', async () => {
  const server = await started(new TestArtifactory(SECRET));
  const options = {
    url: `${server.url}/artifactory`,
    repository: 'terraform-local',
    namespace: 'acme',
  };
  const target = await artifactory.open(options, { ARTIFACTORY_ACCESS_TOKEN: SECRET });

  expect(target.destination).toBe(`${server.url}/artifactory/${PATH}`);
  expect(await target.plan(await parcelOf('1.2.3', FILES))).toHaveLength(1);
});

const options = { url: 'https://acme.jfrog.io/artifactory', repository: 'a', namespace: 'b' };
test.each([
  ['no token', options, {}, /^credentials must be .*\[NoCredentials\]$/],
  ['plain http', { ...options, url: 'http://acme.example.com' }, undefined, /\[PlainHttp\]$/],
  [
    'a repository with a path',
    { ...options, repository: 'a/b' },
    undefined,
    /^--repository .*\[Name\]$/,
  ],
  [
    'a namespace that leads up',
    { ...options, namespace: '..' },
    undefined,
    /^--namespace .*\[Name\]$/,
  ],
])('%s is refused', async (_, given, env, message) => {
  const around = env ?? { ARTIFACTORY_ACCESS_TOKEN: SECRET };

  expect(await errorOf((async () => artifactory.open(given, around))())).toMatch(message);
});
