import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../fixtures/contracts';
import { ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { execute, start } from './harness/child';
import type { Outcome } from './harness/child';
import { ImageRegistryProcess, PUBLISHER, Skopeo } from './harness/image-registry';
import { PROJECT } from './harness/project';
import { StallingProxy } from './harness/stalling-proxy';
import { describeWithPrograms } from './harness/suite';
import { TokenServer } from './harness/token-server';

const CLI = join(PROJECT, 'dist/publisher/cli.js');
const [USER, PASSWORD = ''] = PUBLISHER.split(':');
const JANE = { OCI_USERNAME: USER ?? '', OCI_PASSWORD: PASSWORD };
const NAME = 'acme/terraform-aws-ssm-iam';

const sha256 = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

describeWithPrograms(
  'images in a registry',
  ['docker-registry', 'skopeo', 'openssl'],
  (_bench, { 'docker-registry': dockerRegistry, skopeo: skopeoProgram, openssl }) => {
    const emptyFolder = temporaryFolders();
    const skopeo = new Skopeo(skopeoProgram);
    const stopped: { stop(): void }[] = [];
    let project: ReleasedProject;
    let registry: ImageRegistryProcess;

    const args = (host: string, ...rest: readonly string[]): string[] => {
      const [verb = '', ...options] = rest;
      const to = ['oci', '--repository', `http://${host}/${NAME}`];
      return [CLI, 'publish', verb, ...to, ...options];
    };
    const publish = (
      env: Readonly<Record<string, string>>,
      ...rest: readonly string[]
    ): Promise<Outcome> =>
      execute(process.execPath, args(registry.host, ...rest), { cwd: project.folder, env });
    const image = (tag: string): string => `docker://${registry.host}/${NAME}:${tag}`;

    beforeAll(async () => {
      project = new ReleasedProject(emptyFolder());
      project.releaseGenerated('1.0.0');
      registry = await new ImageRegistryProcess(dockerRegistry).start();
      stopped.push(registry);
    });
    afterAll(() => {
      stopped.forEach((one) => {
        one.stop();
      });
    });

    test.each([
      ['a wrong password', { ...JANE, OCI_PASSWORD: 'tr0ub4dor' }, '[Unauthorized]'],
      ['no password', { OCI_USERNAME: '', OCI_PASSWORD: '' }, '[NoCredentials]'],
    ])('%s is told, without it', async (_, env, words) => {
      const { code, text } = await publish(env, 'apply');

      expect([code, text]).toEqual([1, expect.stringContaining(words)]);
      expect(text).not.toMatch(/tr0ub4dor|dHIwdWI0ZG9y/);
    });

    test('what is planned is published, once, and others read the same bytes', async () => {
      const file = join(project.folder, 'plan.json');
      expect(await publish(JANE, 'plan', '--out', file)).toMatchObject({ code: 0 });
      expect(readFileSync(file, 'utf8')).not.toContain(PASSWORD);
      const done = await publish(JANE, 'apply', '--plan', file);
      expect(done).toEqual({
        code: 0,
        text: `1.0.0 is published: ${registry.host}/${NAME}\n`,
      });
      expect((await publish(JANE, 'apply')).text).toMatch(/^1\.0\.0 was there already/);

      const folder = emptyFolder();
      skopeo.copyToFolder(image('1.0.0'), folder);
      const manifest = skopeo.manifest(image('1.0.0'));
      expect(readFileSync(join(folder, 'manifest.json'))).toEqual(manifest);
      expect(skopeo.manifest(image('latest'))).toEqual(manifest);
      const { artifactType, annotations, layers } = JSON.parse(String(manifest)) as {
        artifactType: string;
        annotations: Record<string, string>;
        layers: { mediaType: string; digest: string; size: number }[];
      };
      expect(artifactType).toBe('application/vnd.opentofu.modulepkg');
      expect(annotations).toEqual({
        'org.opencontainers.image.version': '1.0.0',
        'org.opencontainers.image.revision': project.run('rev-parse', 'v1.0.0').trim(),
        'org.opencontainers.image.created': '2026-03-01T12:00:00Z',
      });
      const [layer] = layers;
      const zip = readFileSync(join(folder, layer?.digest.replace('sha256:', '') ?? ''));
      expect(layers).toEqual([{ mediaType: 'archive/zip', digest: sha256(zip), size: zip.length }]);
      const unpacked = Object.entries(unzipSync(zip)).map(([path, bytes]) => [
        path,
        Buffer.from(bytes).toString('utf8'),
      ]);
      expect(Object.fromEntries(unpacked)).toEqual(generatedFiles());
    });

    test('a version with other bytes is refused with both digests, and stays', async () => {
      const other = new ReleasedProject(emptyFolder());
      other.release('1.0.0', { 'main.tf.json': '{}' });
      const before = sha256(skopeo.manifest(image('1.0.0')));
      const { code, text } = await execute(process.execPath, args(registry.host, 'apply'), {
        cwd: other.folder,
        env: JANE,
      });

      expect([code, text]).toEqual([1, expect.stringContaining('[VersionTaken]')]);
      expect(text).toContain(before);
      expect(text.match(/sha256:[0-9a-f]{64}/g)).toHaveLength(2);
      expect(sha256(skopeo.manifest(image('1.0.0')))).toBe(before);
    });

    test('a tag that somebody moved is told, and not moved back', async () => {
      project.release('1.1.0', { 'main.tf.json': '{}' });
      expect(await publish(JANE, 'apply')).toMatchObject({ code: 0 });
      const moved = skopeo.manifest(image('1.1.0'));
      const original = skopeo.manifest(image('1.0.0'));
      skopeo.copy(image('1.1.0'), image('1.0.0'));

      const { code, text } = await publish(JANE, 'apply', '--release', '1.0.0');
      expect([code, text]).toEqual([1, expect.stringContaining('[VersionTaken]')]);
      expect([sha256(moved), sha256(original)].filter((one) => !text.includes(one))).toEqual([]);
      expect(skopeo.manifest(image('1.0.0'))).toEqual(moved);
    });

    test('two publishers of the same bytes both succeed', async () => {
      project.release('1.2.0', { 'main.tf.json': '{"//":"two at once"}' });
      const outcomes = await Promise.all([1, 2, 3].map(() => publish(JANE, 'apply')));

      expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(skopeo.manifest(image('latest'))).toEqual(skopeo.manifest(image('1.2.0')));
    });

    test('a publication that is killed anywhere is completed by the next one', async () => {
      const proxy = await new StallingProxy(registry.host).start();
      stopped.push(proxy);
      // start and end of two uploads, of which only the archive is new; version, latest
      for (const [call, left] of [3, 2, 1, 0].entries()) {
        const version = `1.3.${call}`;
        project.release(version, { 'main.tf.json': JSON.stringify({ '//': version }) });
        const reached = proxy.stallAt(call + 1);
        const running = start(process.execPath, args(proxy.address, 'apply'), {
          cwd: project.folder,
          env: JANE,
        });
        await reached;
        running.kill();
        await running.ended;
        await publish(JANE, 'plan', '--out', 'left.json');
        const plan = readFileSync(join(project.folder, 'left.json'), 'utf8');
        const { steps } = JSON.parse(plan) as { steps: unknown[] };
        // an upload that is not ended is begun anew; the last step is done though nobody heard of it
        expect(steps).toHaveLength(left);

        expect(await publish(JANE, 'apply')).toMatchObject({ code: 0 });
        expect(skopeo.manifest(image('latest'))).toEqual(skopeo.manifest(image(version)));
      }
    });

    test('where tokens are had elsewhere, they are had for what is to be done', async () => {
      const tokens = await new TokenServer(openssl, {
        [PUBLISHER]: ['pull', 'push'],
        'reader:secret reading': ['pull'],
      }).start();
      const guarded = await new ImageRegistryProcess(dockerRegistry).start(tokens.settings, {
        relativeurls: true,
      });
      stopped.push(tokens, guarded);
      const run = (env: Readonly<Record<string, string>>, verb: string): Promise<Outcome> =>
        execute(process.execPath, args(guarded.host, verb), { cwd: project.folder, env });
      const reader = { OCI_USERNAME: 'reader', OCI_PASSWORD: 'secret reading' };

      expect(await run(reader, 'plan')).toMatchObject({ code: 0 });
      const refused = await run(reader, 'apply');
      expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('[Unauthorized]')]);
      expect((await run({ ...JANE, OCI_PASSWORD: 'wrong one' }, 'plan')).text).toMatch(
        /\/token must be answered with success, got 401 .*\[Unauthorized\]/,
      );
      expect(await run(JANE, 'apply')).toMatchObject({ code: 0 });
      expect((await run(reader, 'apply')).text).toMatch(/was there already/);
    });
  },
);
