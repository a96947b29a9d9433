import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PrivateRegistry } from '../../../publisher/hcp/registry';
import { HcpOrganization, hcp } from '../../../publisher/targets/hcp';
import type { Parcel } from '../../../publisher/target';
import { describeContract } from '../../fixtures/registries/contract';
import { TestHcp } from '../../fixtures/registries/hcp';
import type { Treatment } from '../../fixtures/registries/test-server';
import { parcelOf } from '../../fixtures/parcel';
import { SECRET, errorOf, impatient, publish } from '../../fixtures/registries/publishing';
import { surroundingsOf } from '../../fixtures/registries/surroundings';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const PACE = { rest: 2, looks: 20, grace: 8 };
const WHOLE = [
  'create module ssm-iam/aws',
  'create version 1.2.3',
  'upload 1.2.3',
  'wait until 1.2.3 is read in',
];

const started = (): Promise<TestHcp> => new TestHcp('acme', SECRET).start();

const opened = (server: TestHcp, organization = 'acme'): HcpOrganization =>
  new HcpOrganization(
    new PrivateRegistry(impatient(server.url), organization, SECRET),
    `${server.host}/${organization}`,
    PACE,
  );

describeContract({
  start: started,
  open: (server) => opened(server),
  contents: (server) =>
    Object.fromEntries(
      [...(server.modules.get('ssm-iam/aws') ?? [])].flatMap(([version, { status, archive }]) =>
        status === 'ok' && archive !== undefined ? [[version, archive]] : [],
      ),
    ),
  expected: ({ archives }) => archives.tarball.bytes,
  steps: WHOLE,
});

describe('HCP Terraform', () => {
  const folder = temporaryFolders();
  let parcel: Parcel;
  const servers: TestHcp[] = [];
  const start = async (): Promise<TestHcp> => {
    const server = await started();
    servers.push(server);
    return server;
  };
  const versionOn = (server: TestHcp, version = '1.2.3') =>
    server.modules.get('ssm-iam/aws')?.get(version);
  beforeAll(async () => {
    parcel = await parcelOf('1.2.3', { 'main.tf.json': '{}\n', 'a/main.tf.json': '{}\n' });
  });
  afterAll(() => {
    servers.forEach((server) => {
      server.stop();
    });
  });

  test.each([0, 1, 2, 3])('after %i steps the others are left, and are done', async (done) => {
    const server = await start();
    const first = opened(server);
    const steps = await first.plan(parcel);
    for (const step of steps.slice(0, done)) {
      await first.perform(step, parcel);
    }

    expect(await publish(opened(server), parcel)).toEqual(WHOLE.slice(done));
    expect(versionOn(server)?.status).toBe('ok');
  });

  test('the version knows the commit', async () => {
    const server = await start();
    await publish(opened(server), parcel);

    expect(versionOn(server)?.commit).toBe(parcel.release.commit);
  });

  test('what was packed again is the same, if its files are', async () => {
    const server = await start();
    server.repack = (archive) => gzipSync(gunzipSync(archive), { level: 1 });
    await publish(opened(server), parcel);

    expect(await publish(opened(server), parcel)).toEqual([]);
    const other = await parcelOf('1.2.3', { ...parcel.release.files, 'a/b.tf.json': '{}\n' });
    expect(await errorOf(opened(server).plan(other))).toContain('[VersionTaken]');
  });

  test('the page of a proxy is no other version', async () => {
    const server = await start();
    await publish(opened(server), parcel);
    server.repack = () => Buffer.from('<p>log in</p>');

    expect(await errorOf(opened(server).plan(parcel))).toContain('[NoArchive]');
  });

  test('another publisher who created the version gets the time to upload to it', async () => {
    const server = await start();
    const other = await parcelOf('1.2.3', { 'main.tf.json': '{"locals":{}}\n' });
    const theirs = opened(server);
    const [module, version, upload] = await theirs.plan(other);
    await theirs.perform(module ?? never(), other);
    await theirs.perform(version ?? never(), other);

    server.forget();
    // they upload while we look whether they will
    server.from(async (index): Promise<Treatment> => {
      if (index === 4) {
        await theirs.perform(upload ?? never(), other);
      }
      return 'answer';
    });

    expect(await errorOf(publish(opened(server), parcel))).toContain('[VersionTaken]');
    expect(server.writes()).toHaveLength(1);
    expect(versionOn(server)?.archive).toEqual(other.archives.tarball.bytes);
  });

  test('where the upload address is not told again, the way out is', async () => {
    const server = await start();
    const target = opened(server);
    const [module, version] = await target.plan(parcel);
    await target.perform(module ?? never(), parcel);
    await target.perform(version ?? never(), parcel);
    server.tellsUpload = false;

    expect(await errorOf(publish(opened(server), parcel))).toMatch(
      /delete this version .*\[NoUpload\]$/,
    );
  });

  test('an upload that is refused, or cut off, is told without its address', async () => {
    const server = await start();
    server.from((_, { method }) => (method === 'PUT' ? { status: 403 } : 'answer'));
    expect(await errorOf(publish(opened(server), parcel))).toContain(
      `PUT ${server.url} must be answered with success, got 403`,
    );
    server.from((_, { method }) => (method === 'PUT' ? 'cut before' : 'answer'));

    expect(await errorOf(publish(opened(server), parcel))).toContain(`PUT ${server.url} must`);
  });

  test('what cannot be read in is told with the words of the registry, each time', async () => {
    const server = await start();
    const empty = await parcelOf('1.2.3', { 'README.md': 'no module\n' });

    const target = opened(server);
    for (const work of [() => publish(target, empty), () => target.plan(empty)]) {
      expect(await errorOf(work())).toMatch(
        /got reg_ingress_failed \(no Terraform configuration at the root\); delete this version .*\[ReadingFailed\]$/,
      );
    }
  });

  test('what is not read in for long is told, and found when it is', async () => {
    const server = await start();
    server.looks = PACE.looks + 5;

    expect(await errorOf(publish(opened(server), parcel))).toContain('[NotReadIn]');
    expect(await publish(opened(server), parcel)).toEqual([WHOLE[3]]);
  });

  test('a module that is connected to a repository is refused', async () => {
    const server = await start();
    server.modules.set('ssm-iam/aws', new Map());
    server.connected.add('ssm-iam/aws');

    expect(await errorOf(opened(server).plan(parcel))).toMatch(/--to git \[ModuleOfRepository\]$/);
  });

  test('an organization that is not there is told in the words of the server', async () => {
    const server = await start();

    expect(await errorOf(publish(opened(server, 'other'), parcel))).toMatch(
      /404 Not Found \("not found"\); check the names .*\[NotFound\]$/,
    );
  });

  describe('the token', () => {
    test.each(['a variable', 'terraform login', 'the CLI configuration', 'TFE_TOKEN'])(
      'is that of %s',
      async (where) => {
        const server = await start();
        const home = folder();
        mkdirSync(join(home, '.terraform.d'));
        const stored = { credentials: { [server.host]: { token: SECRET } } };
        if (where === 'terraform login') {
          writeFileSync(join(home, '.terraform.d/credentials.tfrc.json'), JSON.stringify(stored));
        }
        if (where === 'the CLI configuration') {
          const block = `credentials "${server.host}" {\n  token = "${SECRET}"\n}\n`;
          writeFileSync(join(home, '.terraformrc'), block);
        }
        const env = {
          ...(where === 'a variable' && {
            [`TF_TOKEN_${server.host.replaceAll('.', '_')}`]: SECRET,
          }),
          ...(where === 'TFE_TOKEN' && { TFE_TOKEN: SECRET, TFE_HOSTNAME: server.host }),
        };
        const options = { url: server.url, organization: 'acme' };
        const target = await hcp.open(options, surroundingsOf(env, home));

        expect(target.destination).toBe(`${server.host}/acme/ssm-iam/aws`);
        expect(await target.plan(parcel)).toHaveLength(4);
      },
    );

    test.each([undefined, ''])('of TFE_TOKEN with TFE_HOSTNAME %j is for HCP', async (name) => {
      const options = { url: 'https://app.terraform.io', organization: 'acme' };
      const around = surroundingsOf({ TFE_TOKEN: SECRET, TFE_HOSTNAME: name });

      expect((await hcp.open(options, around)).destination).toContain('app.terraform.io/acme/');
    });

    test('of another host is not taken', async () => {
      const options = { url: 'https://tfe.example.com', organization: 'acme' };
      const around = surroundingsOf({ TFE_TOKEN: SECRET, TF_TOKEN_app_terraform_io: SECRET });

      expect(await errorOf(hcp.open(options, around))).toMatch(
        /Terraform's credentials for tfe\.example\.com, .*\[NoCredentials\]$/,
      );
    });
  });

  test('an organization with a slash is refused', async () => {
    const options = { url: 'https://app.terraform.io', organization: 'acme/x' };

    expect(await errorOf(hcp.open(options, surroundingsOf({ TFE_TOKEN: SECRET })))).toMatch(
      /^--organization .*\[Name\]$/,
    );
  });
});

function never(): never {
  throw new Error('the plan has fewer steps');
}
