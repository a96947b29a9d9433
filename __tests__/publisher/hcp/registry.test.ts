import { PrivateRegistry } from '../../../publisher/hcp/registry';
import { TestHcp } from '../../fixtures/registries/hcp';
import { parcelOf } from '../../fixtures/parcel';
import { SECRET, errorOf, impatient } from '../../fixtures/registries/publishing';

const COMMIT = 'c'.repeat(40);

describe('the private registry', () => {
  const servers: TestHcp[] = [];
  const start = async (): Promise<[TestHcp, PrivateRegistry]> => {
    const server = await new TestHcp('acme', SECRET).start();
    servers.push(server);
    return [server, new PrivateRegistry(impatient(server.url), 'acme', SECRET)];
  };
  afterAll(() => {
    servers.forEach((server) => {
      server.stop();
    });
  });

  test('a module is there once it is created, and created only once', async () => {
    const [server, registry] = await start();

    expect(await registry.find()).toBeUndefined();
    await registry.create();
    await registry.create();

    expect(await registry.find()).toMatchObject({ 'version-statuses': [] });
    expect([...server.modules.keys()]).toEqual(['ssm-iam/aws']);
  });

  test('only who creates a version is told where its archive goes, until somebody asks', async () => {
    const [server, registry] = await start();
    await registry.create();

    const upload = await registry.createVersion('1.2.3', COMMIT);

    expect(upload?.origin).toBe(server.url);
    expect(await registry.createVersion('1.2.3', COMMIT)).toBeUndefined();
    expect(await registry.uploadOf('1.2.3')).toEqual(upload);
    expect(await registry.statusOf('1.2.3')).toEqual({ version: '1.2.3', status: 'pending' });
    expect(await registry.statusOf('1.2.4')).toBeUndefined();
  });

  test('a version that the server refuses is told in its words', async () => {
    const [, registry] = await start();
    expect(await errorOf(registry.createVersion('1.2.3', COMMIT))).toContain('[NotFound]');
    await registry.create();

    expect(await errorOf(registry.createVersion('v1.2.3', COMMIT))).toMatch(
      /Version is not a valid semantic version.*\[Refused\]$/,
    );
  });

  test('Terraform gets what was uploaded once it is read in', async () => {
    const [, registry] = await start();
    const { archives } = await parcelOf('1.2.3', { 'main.tf': '' });
    await registry.create();
    const upload = await registry.createVersion('1.2.3', COMMIT);
    await registry.upload(upload ?? new URL('about:blank'), archives.tarball.bytes);

    expect(await errorOf(registry.archiveOf('1.2.3'))).toContain('[NotFound]');
    expect((await registry.statusOf('1.2.3'))?.status).toBe('reg_ingressing');
    expect((await registry.statusOf('1.2.3'))?.status).toBe('ok');
    expect(await registry.archiveOf('1.2.3')).toEqual(archives.tarball.bytes);
  });
});
