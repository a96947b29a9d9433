import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { digestOf } from '../../publisher/archive';
import type { Files } from '../../files';
import { siteFiles } from '../../publisher/site/site';
import type { SiteRelease } from '../../publisher/site/site';
import { marker, releaseNote, versionList } from '../../publisher/static/documents';
import { FILE, MARKER, pathOf, registryOf, versionsPath } from '../../publisher/static/registry';
import { contentsOf, fill } from '../fixtures/folder-contents';
import { AUTHOR, ReleasedProject } from '../fixtures/released-project';
import { anInput } from '../fixtures/contracts';
import { generatedFiles, withContract } from '../fixtures/site-releases';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { mustExecute } from './harness/child';
import { PROJECT } from './harness/project';

const newFolder = temporaryFolders();
const REGISTRY = registryOf('https://modules.example.com', 'acme');
const MODULES = ['', 'automation-service-role', 'hybrid-service-role', 'instance-profile'];
const TRIES = 3;

/** What is generated, with one input more in some module than the release before. */
function releasesOf(count: number): { readonly version: string; readonly files: Files }[] {
  let files = generatedFiles();
  return Array.from({ length: count }, (_, index) => {
    files = withContract(files, MODULES[index % MODULES.length] ?? '', ({ inputs }) => ({
      inputs: [...inputs, anInput({ name: `added_${index}` })],
    }));
    return { version: `1.${index}.0`, files };
  });
}

async function archived(files: Files): Promise<Buffer> {
  const tar = pack();
  Object.entries(files).forEach(([name, text]) => tar.entry({ name }, text));
  tar.finalize();
  return gzipSync(await buffer(tar));
}

/** The folder of a registry with some releases published to it. */
async function published(all: ReturnType<typeof releasesOf>): Promise<string> {
  const [folder, releases] = [newFolder(), [] as SiteRelease[]];
  const { url, source } = REGISTRY;
  for (const { version, files } of all) {
    const bytes = await archived(files);
    const note = { version, commit: '1'.repeat(40), date: '2026-01-01T00:00:00Z' };
    const digest = digestOf(bytes);
    const archive = pathOf(REGISTRY, version, FILE.archive);
    releases.push({ ...note, digest, archive, files });
    const text = releaseNote({ schema_version: 1, ...note, digest });
    fill(folder, { [pathOf(REGISTRY, version, FILE.release)]: text });
    writeFileSync(join(folder, archive), bytes);
  }
  fill(folder, {
    ...siteFiles({ url, source, releases }),
    [MARKER]: marker(REGISTRY),
    [versionsPath(REGISTRY)]: versionList(releases.map(({ version }) => version).reverse()),
  });
  return folder;
}

/** Seconds of processor time of one publication more, as the command does it: the least of some tries. */
async function secondsOfOneMore(count: number): Promise<{ seconds: number; pages: number }> {
  const all = releasesOf(count);
  const newest = all.pop() ?? { version: '', files: {} };
  const before = await published(all);
  const project = new ReleasedProject(newFolder());
  project.release(newest.version, newest.files);
  const place = newFolder();
  const [timer, time] = [join(place, 'timer.cjs'), join(place, 'time')];
  writeFileSync(timer, TIMER);
  let seconds = Infinity;
  let pages = 0;
  for (let index = 0; index < TRIES; index += 1) {
    const folder = join(place, `public${index}`);
    cpSync(before, folder, { recursive: true });
    const names = ['--folder', folder, '--url', REGISTRY.url, '--namespace', 'acme'];
    const args = ['publish', 'apply', 'static', '--release', newest.version, ...names];
    const env = { ...AUTHOR, NODE_OPTIONS: `--require ${timer}`, TIME_FILE: time };
    const cli = join(PROJECT, 'dist/publisher/cli.js');
    await mustExecute(process.execPath, [cli, ...args], { cwd: project.folder, env });
    seconds = Math.min(seconds, Number(readFileSync(time, 'utf8')));
    pages = Object.keys(contentsOf(folder)).filter((path) => path.endsWith('.html')).length;
  }
  return { seconds, pages };
}

const TIMER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(process.env.TIME_FILE, String((user + system) / 1e6));
});`;

test('the site grows with the releases, and one publication more takes about as long as ever', async () => {
  const few = await secondsOfOneMore(5);
  const many = await secondsOfOneMore(40);
  process.stdout.write(
    `one more publication: ${few.seconds.toFixed(2)} s of CPU at 5 releases, ${many.seconds.toFixed(2)} s at 40 (${few.pages} and ${many.pages} pages)\n`,
  );

  expect(many.pages).toBeLessThanOrEqual(250);
  expect(many.seconds / few.seconds).toBeLessThanOrEqual(2);
}, 600_000);
