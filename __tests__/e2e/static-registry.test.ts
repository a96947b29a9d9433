import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUTHOR, ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { readAccount } from './harness/account';
import { mustExecute } from './harness/child';
import { certificateIn, startNginx } from './harness/https-host';
import type { Certificate, Host, Place } from './harness/https-host';
import { PROJECT } from './harness/project';
import { freePort } from './harness/servers';
import { describeWithPrograms } from './harness/suite';
import type { Bench } from './harness/suite';
import type { Workspace } from './harness/workspace';

const VERSIONS = ['1.0.0', '1.1.0', '2.0.0'];
const MODULE = 'v1/modules/acme/ssm-iam/aws';
const newFolder = temporaryFolders();

/** Servers run as somebody else. */
function readableFolder(): string {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  return folder;
}

/** What is generated, with an output that tells the version. */
function releasedProject(): ReleasedProject {
  const project = new ReleasedProject(newFolder());
  for (const version of VERSIONS) {
    const output = `output "published" {\n  value = "${version}"\n}\n`;
    project.write('generated/published.tf', output);
    project.write('generated/modules/instance-profile/published.tf', output);
    project.releaseGenerated(version);
  }
  return project;
}

async function publish(
  project: ReleasedProject,
  versions: readonly string[],
  to: Readonly<Record<string, string>>,
): Promise<void> {
  const options = Object.entries(to).flatMap(([name, value]) => [`--${name}`, value]);
  for (const version of versions) {
    const args = ['publish', 'apply', 'static', '--release', version, ...options];
    const place = { cwd: project.folder, env: AUTHOR };
    await mustExecute(process.execPath, [join(PROJECT, 'dist/publisher/cli.js'), ...args], place);
  }
}

/** The versions of the modules that a configuration calls itself, by their names there. */
function installed({ folder }: Workspace): Record<string, string> {
  const text = readFileSync(join(folder, '.terraform/modules/modules.json'), 'utf8');
  const { Modules: modules } = JSON.parse(text) as {
    readonly Modules: readonly { readonly Key: string; readonly Version?: string }[];
  };
  const own = modules.filter(({ Key: key }) => key !== '' && !key.includes('.'));
  return Object.fromEntries(own.map(({ Key: key, Version: version = '' }) => [key, version]));
}

/** Stops a host however what is done with it ends. */
async function during<T>(starting: Promise<Host>, use: (host: Host) => Promise<T>): Promise<T> {
  const host = await starting;
  try {
    return await use(host);
  } finally {
    await host.stop();
  }
}

describeWithPrograms('a static registry', ['nginx'], (bench, paths) => {
  const names = { namespace: 'acme' };
  let project: ReleasedProject;
  let certificate: Certificate;
  let root: string;
  let port: number;
  let source: string;

  beforeAll(async () => {
    project = releasedProject();
    certificate = certificateIn(readableFolder());
    port = await freePort();
    root = readableFolder();
    source = `127.0.0.1:${port}/acme/ssm-iam/aws`;
    await publish(project, VERSIONS, { folder: root, url: `https://127.0.0.1:${port}`, ...names });
  });

  const place = (at = root): Place => ({ work: readableFolder(), port, certificate, root: at });
  const nginx = (): Promise<Host> =>
    startNginx(paths.nginx, place(), `include ${root}/hosting/nginx.conf;`);

  /** A configuration of modules, and a Terraform that trusts the certificate. */
  function caller(given: Bench, modules: Readonly<Record<string, object>>): Workspace {
    const output = Object.fromEntries(
      Object.keys(modules).map((name) => [name, { value: `\${module.${name}.published}` }]),
    );
    return given.workspace({ module: modules, output }, { SSL_CERT_FILE: certificate.cert });
  }

  describe('on nginx', () => {
    let host: Host;

    beforeAll(async () => {
      host = await nginx();
    });
    afterAll(async () => {
      await host.stop();
    });

    test('gives Terraform the version that a constraint asks for, and modules below it', async () => {
      const workspace = caller(bench(), {
        newest: { source, version: '~> 1.0' },
        older: { source: `${source}//modules/instance-profile`, version: '< 1.1' },
      });
      await workspace.init();

      expect(installed(workspace)).toEqual({ newest: '1.1.0', older: '1.0.0' });
      await workspace.apply();
      expect(await workspace.outputs()).toEqual({ newest: '1.1.0', older: '1.0.0' });
      const { roles } = await readAccount(bench().emulator.iam);
      expect(Object.keys(roles)).toEqual(['SSMInstanceProfile']);
    });

    test('answers with the headers that the protocol, caches and browsers need', async () => {
      const seen = async (path: string): Promise<object> => {
        const { status, headers } = await host.get(path);
        return {
          status,
          type: headers['content-type'],
          cache: headers['cache-control'],
          terraform: headers['x-terraform-get'],
          sniffing: headers['x-content-type-options'],
          referrer: headers['referrer-policy'],
          protected: String(headers['content-security-policy']).startsWith(
            "default-src 'none'; style",
          ),
        };
      };
      const safe = { status: 200, sniffing: 'nosniff', referrer: 'no-referrer', protected: true };
      const forever = { ...safe, cache: 'public, max-age=31536000, immutable' };
      const brief = { ...safe, cache: 'public, max-age=60' };
      const type = 'application/json';
      expect(await seen('/.well-known/terraform.json')).toEqual({ ...brief, type });
      expect(await seen(`/${MODULE}/versions`)).toEqual({ ...brief, type });
      const download = { ...forever, type, terraform: './source' };
      expect(await seen(`/${MODULE}/1.0.0/download`)).toEqual(download);
      expect(await seen(`/${MODULE}/1.0.0/release.json`)).toEqual({ ...forever, type });
      const text = { ...forever, type: 'text/plain; charset=utf-8' };
      expect(await seen(`/${MODULE}/1.0.0/source`)).toEqual(text);
      expect(await seen(`/${MODULE}/1.0.0/SHA256SUMS`)).toEqual(text);
      const archive = { ...forever, type: 'application/gzip' };
      expect(await seen(`/${MODULE}/2.0.0/module.tar.gz`)).toEqual(archive);
      const page = { ...brief, type: expect.stringMatching(/^text\/html/) as string };
      expect(await seen('/index.html')).toEqual(page);
      expect(await seen('/')).toEqual(page);
      const lost = { status: 404, protected: true };
      expect(await seen('/9.9.9/overview.html')).toMatchObject(lost);
    });

    test('tells OpenTofu an address with a digest', async () => {
      const { body } = await host.get(`/${MODULE}/1.1.0/download`);
      const sums = readFileSync(join(root, MODULE, '1.1.0/SHA256SUMS'), 'utf8');

      expect(JSON.parse(body)).toEqual({
        location: `./module.tar.gz?checksum=sha256:${sums.slice(0, 64)}`,
      });
      const check = ['--check', '--strict', 'SHA256SUMS'];
      const inside = { cwd: join(root, MODULE, '1.1.0'), env: {} };
      expect(await mustExecute('sha256sum', check, inside)).toBe('module.tar.gz: OK\n');
    });
  });

  describe('with other bytes on the server', () => {
    test('stops Terraform', async () => {
      const archive = join(root, MODULE, '1.1.0/module.tar.gz');
      const kept = readFileSync(archive);
      copyFileSync(join(root, MODULE, '1.0.0/module.tar.gz'), archive);
      const outcome = await during(nginx(), () =>
        caller(bench(), { changed: { source, version: '1.1.0' } }).run('init'),
      );
      writeFileSync(archive, kept);

      expect(outcome.code).toBe(1);
      expect(outcome.text).toContain('Checksums did not match');
    });
  });

  describe('on a host without header rules', () => {
    test('says so to Terraform, which takes the archive itself, as the documents say', async () => {
      const sums = readFileSync(join(root, MODULE, '1.0.0/SHA256SUMS'), 'utf8');
      const page = readFileSync(join(PROJECT, 'docs/publishing.md'), 'utf8');
      const [found = ''] = /https:\S+DIGEST/.exec(page) ?? [];
      const address = found.replace('https://modules.example.com', `https://127.0.0.1:${port}`);
      const direct = address.replace('VERSION', '1.0.0').replace('DIGEST', sums.slice(0, 64));
      const below = direct.replace('?', '//modules/instance-profile?');
      const digit = direct.endsWith('0') ? '1' : '0';
      const plain = startNginx(paths.nginx, place(), '');

      const [asked, other] = await during(plain, async () => {
        const workspace = caller(bench(), { all: { source: direct }, one: { source: below } });
        await workspace.init();
        await workspace.must('validate');
        return [
          await caller(bench(), { all: { source, version: '1.0.0' } }).run('init'),
          await caller(bench(), { all: { source: direct.replace(/.$/, digit) } }).run('init'),
        ] as const;
      });

      expect(asked.code).toBe(1);
      expect(asked.text).toContain('failed to get download URL');
      expect(other.code).toBe(1);
      expect(other.text).toContain('Checksums did not match');
    });
  });

  describe('below a path', () => {
    test('is found from the root of its host', async () => {
      const above = readableFolder();
      const folder = join(above, 'infra/modules');
      mkdirSync(dirname(folder), { recursive: true });
      const url = `https://127.0.0.1:${port}/infra/modules/`;
      await publish(project, ['1.1.0'], { folder, url, ...names });
      cpSync(join(folder, '.well-known'), join(above, '.well-known'), { recursive: true });
      writeFileSync(join(above, 'index.html'), 'something else');
      const path = '/infra/modules/v1/modules/acme/ssm-iam/aws/1.1.0/download';
      const look = async (host: Host): Promise<void> => {
        expect((await host.get(path)).headers).toMatchObject({ 'x-terraform-get': './source' });
        expect((await host.get('/infra/modules/')).body).toContain(source);
        const { body, headers } = await host.get('/index.html');
        expect(body).toBe('something else');
        expect(headers).not.toHaveProperty('content-security-policy');
      };

      const include = `include ${folder}/hosting/nginx.conf;`;
      await during(startNginx(paths.nginx, place(above), include), async (host) => {
        await look(host);
        await caller(bench(), { newest: { source, version: '~> 1.0' } }).init();
      });
    });
  });
});
