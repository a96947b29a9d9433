import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUTHOR, ReleasedProject } from '../fixtures/released-project';
import { flaws, texts, versionsSeen } from '../fixtures/registry-reader';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { start } from './harness/child';
import type { Outcome, Running } from './harness/child';
import { PROJECT } from './harness/project';

const VERSIONS = ['1.0.0', '1.1.0', '1.2.0'];
const newFolder = temporaryFolders();

jest.setTimeout(300_000);

/** The module above the others, small enough to be published often. */
function filesOf(version: string, more = ''): Record<string, string> {
  const generated = (path: string): string =>
    readFileSync(join(PROJECT, 'generated', path), 'utf8');
  return {
    'README.md': `${generated('README.md')}\n${version}${more}\n`,
    'interface.json': generated('interface.json'),
    'main.tf.json': generated('main.tf.json'),
  };
}

function projectOf(more = ''): ReleasedProject {
  const project = new ReleasedProject(newFolder());
  for (const version of VERSIONS) {
    project.release(version, filesOf(version, more));
  }
  return project;
}

/** Starts the command in a process of its own. */
function publishing(
  project: ReleasedProject,
  folder: string,
  version: string,
  environment: Readonly<Record<string, string>> = {},
): Running {
  const to = ['--to', 'static', '--folder', folder, '--release', version];
  const where = ['--url', 'https://modules.example.com', '--namespace', 'acme'];
  const args = [join(PROJECT, 'dist/publisher/cli.js'), 'publish', 'apply', ...to, ...where];
  return start(process.execPath, args, {
    cwd: project.folder,
    env: { ...AUTHOR, ...environment },
  });
}

const publish = (
  project: ReleasedProject,
  folder: string,
  version: string,
  environment?: Readonly<Record<string, string>>,
): Promise<Outcome> => publishing(project, folder, version, environment).ended;

/** Looks at a registry again and again, as a reader that never rests. */
class Reader {
  looks = 0;
  readonly found = new Set<string>();
  private seen: readonly string[] = [];

  constructor(private readonly folder: string) {}

  async during<T>(work: Promise<T>): Promise<T> {
    const over = work.then(() => 'over');
    do {
      this.look();
    } while ((await Promise.race([over, sleep(1)])) !== 'over');
    return work;
  }

  private look(): void {
    const now = versionsSeen(this.folder);
    const lost = this.seen.filter((version) => !now.includes(version));
    [...lost, ...flaws(this.folder)].forEach((flaw) => this.found.add(flaw));
    this.seen = now;
    this.looks += 1;
  }
}

/** Files that no publication is meant to leave. */
const leftovers = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.new-|\.publishing/.test(path),
  );

describe('publishers of a static registry, each a process of its own', () => {
  const project = projectOf();
  const whole = newFolder();

  beforeAll(async () => {
    for (const version of VERSIONS) {
      expect(await publish(project, whole, version)).toMatchObject({ code: 0 });
    }
  });

  test('of different versions lose none, and no reader sees half of one', async () => {
    const folder = newFolder();
    const reader = new Reader(folder);
    const outcomes = await reader.during(
      Promise.all(VERSIONS.map((version) => publish(project, folder, version, slowly()))),
    );

    expect([...reader.found]).toEqual([]);
    expect(reader.looks).toBeGreaterThan(20);
    expect(outcomes.filter(({ code }) => code !== 0)).toEqual([]);
    expect(texts(folder)).toEqual(texts(whole));
    expect(leftovers(folder)).toEqual([]);
  });

  test('of one version with the same bytes both succeed', async () => {
    const folder = newFolder();
    const both = [1, 2].map(() => publish(project, folder, '1.0.0', slowly()));
    const outcomes = await Promise.all(both);

    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(flaws(folder)).toEqual([]);
    expect(versionsSeen(folder)).toEqual(['1.0.0']);
  });

  test('of one version with other bytes one wins, and the other is told both digests', async () => {
    const other = projectOf(' changed');
    for (let round = 0; round < 2; round += 1) {
      const folder = newFolder();
      const both = [project, other].map((one) => publish(one, folder, '1.0.0', slowly()));
      const outcomes = await Promise.all(both);
      const loser = outcomes.find(({ code }) => code !== 0);

      expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
      expect(loser?.text).toContain('VersionTaken');
      expect(new Set(loser?.text.match(/sha256:[0-9a-f]{64}/g)).size).toBe(2);
      expect(flaws(folder)).toEqual([]);
      expect(versionsSeen(folder)).toEqual(['1.0.0']);
    }
  });

  test('killed after each write, they leave nothing half to readers, and the next one completes it', async () => {
    const folder = newFolder();
    expect(await publish(project, folder, '1.0.0')).toMatchObject({ code: 0 });
    const reader = new Reader(folder);
    const files = ['module.tar.gz', 'release.json', 'SHA256SUMS', 'source', 'download'];
    for (const [index] of files.entries()) {
      const written = files.slice(0, index + 1);
      await reader.during(publishing(project, folder, '1.1.0', dyingAt('after the first')).ended);
      expect(filesIn(folder, '1.1.0')).toEqual(written.sort());
    }
    await reader.during(publishing(project, folder, '1.2.0', dyingAt('before the first')).ended);
    expect(leftovers(folder).join()).toContain('/1.2.0/module.tar.gz.new-');
    // it has the lock, and has written a page
    await reader.during(publishing(project, folder, '1.1.0', dyingAt('after the second')).ended);
    expect(leftovers(folder)).toContain('.publishing');
    expect(versionsSeen(folder)).toEqual(['1.0.0']);
    for (const version of ['1.1.0', '1.2.0']) {
      expect(await reader.during(publish(project, folder, version))).toMatchObject({ code: 0 });
    }

    expect([...reader.found]).toEqual([]);
    expect(reader.looks).toBeGreaterThan(100);
    const left = leftovers(folder);
    // of each file that it linked, and could not remove the other name of
    expect(left).toHaveLength(3);
    const complete = Object.entries(texts(folder)).filter(([path]) => !left.includes(path));
    expect(Object.fromEntries(complete)).toEqual(texts(whole));
  });
});

const filesIn = (folder: string, version: string): string[] =>
  readdirSync(join(folder, 'v1/modules/acme/ssm-iam/aws', version))
    .filter((name) => !name.includes('.new-'))
    .sort();

/** Has a process do something whenever it puts a file into its place. */
function withHook(body: string): Record<string, string> {
  const hook = join(newFolder(), 'hook.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
let count = 0;
for (const name of ['renameSync', 'linkSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    count += 1;
    const write = () => original(...args);
    ${body}
  };
}
`,
  );
  return { NODE_OPTIONS: `--require ${hook}` };
}

const KILL = "process.kill(process.pid, 'SIGKILL');";

const dyingAt = (moment: 'before the first' | 'after the first' | 'after the second') =>
  withHook(
    {
      'before the first': KILL,
      'after the first': `write(); ${KILL}`,
      'after the second': `write(); if (count === 2) { ${KILL} }`,
    }[moment],
  );

/** Slow enough for others to come between. */
const slowly = () =>
  withHook('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); write();');
