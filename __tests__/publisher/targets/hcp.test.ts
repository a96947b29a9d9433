import { gunzipSync, gzipSync } from 'fflate';
import { HcpOrganization, hcp } from '../../../publisher/targets/hcp';
import { describeContract } from '../../fixtures/registries/contract';
import { TestHcp } from '../../fixtures/registries/hcp';
import { startedServers } from '../../fixtures/registries/test-server';
import { parcelOf } from '../../fixtures/parcel';
import {
  SECRET,
  errorOf,
  impatientHttp,
  planned,
  publish,
} from '../../fixtures/registries/publishing';

const LOOKS = 5;
const WHOLE = ['create module ssm-iam/aws', 'upload 1.2.3', 'wait until 1.2.3 is read in'];

const opened = ({ url }: TestHcp, organization = 'acme'): HcpOrganization =>
  new HcpOrganization(impatientHttp, new URL(url), organization, SECRET, { rest: 1, looks: LOOKS });

describeContract({
  server: () => new TestHcp('acme', SECRET),
  open: (server) => opened(server),
  contents: ({ versions = new Map<string, never>() }) =>
    Object.fromEntries(
      [...versions]
        .filter(([, { archive }]) => archive !== undefined)
        .map(([version, { archive }]) => [version, archive]),
    ),
  expected: ({ archives }) => archives.tarball.bytes,
  steps: WHOLE,
});

const started = startedServers();
const start = (): Promise<TestHcp> => started(new TestHcp('acme', SECRET));
const parcelWith = (text: string) => parcelOf('1.2.3', { 'main.tf.json': text });

test.each([0, 1, 2, 3])('after %i steps the others are left, and are done', async (done) => {
  const server = await start();
  const parcel = await parcelWith('{}');
  for (const task of (await opened(server).plan(parcel)).slice(0, done)) {
    await task.run();
  }
  // reading in goes on, whether somebody waits for it or not
  const left = done === 2 ? [] : WHOLE.slice(done);

  expect(await publish(opened(server), parcel)).toEqual(left);
  expect(server.versions?.get('1.2.3')).toMatchObject({
    status: 'ok',
    commit: parcel.release.commit,
  });
});

test('a version that was created without an archive gets it', async () => {
  const server = await start();
  server.versions = new Map([['1.2.3', { commit: 'c', status: 'pending', looks: 2 }]]);

  expect(await publish(opened(server), await parcelWith('{}'))).toEqual(WHOLE.slice(1));
});

test('an archive that another publisher uploaded since is compared, and stays', async () => {
  const server = await start();
  const [parcel, other] = [await parcelWith('{}'), await parcelWith('{"locals":{}}')];
  const upload = await planned('upload', opened(server), parcel);
  await publish(opened(server), other);
  await upload.run();

  expect(await errorOf(opened(server).plan(parcel))).toContain('[VersionTaken]');
  expect(server.versions?.get('1.2.3')?.archive).toEqual(other.archives.tarball.bytes);
});

test('what was packed again is the same, if its files are', async () => {
  const server = await start();
  server.repack = (archive) => Buffer.from(gzipSync(gunzipSync(archive), { level: 1 }));
  await publish(opened(server), await parcelWith('{}'));

  expect(await publish(opened(server), await parcelWith('{}'))).toEqual([]);
  expect(await errorOf(opened(server).plan(await parcelWith('{"locals":{}}')))).toContain(
    '[VersionTaken]',
  );
});

test('what cannot be read in is told with the words of the registry, each time', async () => {
  const server = await start();
  server.outcome = 'reg_ingress_failed';
  for (let time = 0; time < 2; time += 1) {
    expect(await errorOf(publish(opened(server), await parcelWith('{}')))).toMatch(
      /got reg_ingress_failed \(no module at the root\); delete this version .*\[ReadingFailed\]$/,
    );
  }
});

test('what is not read in for long is told, and found when it is', async () => {
  const server = await start();
  server.looks = LOOKS + 4;

  expect(await errorOf(publish(opened(server), await parcelWith('{}')))).toContain('[NotReadIn]');
  expect(await publish(opened(server), await parcelWith('{}'))).toEqual([WHOLE[2]]);
});

test('a module that is connected to a repository is refused', async () => {
  const server = await start();
  server.versions = new Map();
  server.isConnected = true;

  expect(await errorOf(opened(server).plan(await parcelWith('{}')))).toMatch(
    /"publish apply git" \[ModuleOfRepository\]$/,
  );
});

describe('the token', () => {
  test('is that of TFE_TOKEN for the host in TFE_HOSTNAME', async () => {
    const server = await start();
    const options = { url: server.url, organization: 'acme' };
    const target = await hcp.open(options, { TFE_TOKEN: SECRET, TFE_HOSTNAME: server.host });

    expect(target.destination).toBe(`${server.host}/acme/ssm-iam/aws`);
    expect(await target.plan(await parcelWith('{}'))).toHaveLength(3);
  });

  test.each([undefined, ''])('of TFE_TOKEN with TFE_HOSTNAME %j is for HCP', async (name) => {
    const options = { url: 'https://app.terraform.io', organization: 'acme' };
    const env = { TFE_TOKEN: SECRET, TFE_HOSTNAME: name };

    expect((await hcp.open(options, env)).destination).toContain('app.terraform.io/acme/');
  });

  test.each([
    ['https://tfe.example.com', { TFE_TOKEN: SECRET }],
    ['https://app.terraform.io', { TFE_TOKEN: SECRET, TFE_HOSTNAME: 'tfe.example.com' }],
    ['https://app.terraform.io', {}],
  ])('for %s is not taken from %j', (url, env) => {
    expect(() => hcp.open({ url, organization: 'acme' }, env)).toThrow(
      new RegExp(`TFE_TOKEN for ${new URL(url).host} .*\\[NoCredentials\\]$`),
    );
  });
});

test.each(['acme/x', '..'])('the organization %j is refused', (organization) => {
  const options = { url: 'https://app.terraform.io', organization };

  expect(() => hcp.open(options, { TFE_TOKEN: SECRET })).toThrow(/^--organization .*\[Name\]$/);
});
