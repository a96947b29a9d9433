import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReleasePlan } from '../../publisher/release-plan/release-plan';
import { withJson } from '../fixtures/contracts';
import { gitEnv } from '../fixtures/released-project';
import { PROJECT } from '../fixtures/source-files';
import { temporaryFolders } from '../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(300_000);

const NODE = 'generated/modules/instance-profile/interface.json';

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: gitEnv,
  });
  if (status !== 0) {
    throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }
  return stdout.trim();
}

/** Runs the command that is built in a folder. */
function cli(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [args[0] === 'release' ? 'dist/publisher/cli.js' : 'dist/cli.js', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: gitEnv,
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/**
 * This project as it is in the work tree, where v0.1.0 took an input more and granted
 * less: to go on from there is a break, and a permission that was not there.
 */
function project(): string {
  const folder = join(newFolder(), 'project');
  git(PROJECT, 'clone', '--quiet', '--no-tags', '--depth=1', `file://${PROJECT}`, folder);
  const changed = git(PROJECT, 'ls-files', '--modified', '--others', '--exclude-standard').split(
    '\n',
  );
  for (const path of changed.filter((one) => one !== '')) {
    rmSync(join(folder, path), { force: true });
    if (existsSync(join(PROJECT, path))) {
      cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
    }
  }
  cpSync(join(PROJECT, 'dist'), join(folder, 'dist'), { recursive: true });
  git(folder, 'branch', '--move', 'main');
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  const now = readFileSync(join(folder, NODE), 'utf8');
  const { [NODE]: then = '' } = withJson({ [NODE]: now }, NODE, (json) => {
    const { inputs, permissions } = json as { inputs: object[]; permissions: { id: string }[] };
    inputs.push({ ...inputs[0], name: 'former' });
    permissions.splice(
      permissions.findIndex(({ id }) => id === 'AmazonSSMManagedInstanceCore'),
      1,
    );
  });
  commit(folder, then, 'then');
  git(folder, 'tag', 'v0.1.0');
  commit(folder, now, 'now');
  return folder;
}

function commit(folder: string, text: string, message: string): void {
  writeFileSync(join(folder, NODE), text);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}

/** All but the times of commit and tag. */
const state = (folder: string): object => ({
  commit: git(folder, 'show', '--no-patch', '--format=%P %T %B', 'HEAD'),
  tags: git(folder, 'tag', '--list', '--format=%(refname) %(objecttype) %(contents)'),
  tagged: git(folder, 'tag', '--points-at', 'HEAD'),
  status: git(folder, 'status', '--porcelain', '--untracked-files=all'),
});

describe('a release of this project', () => {
  let folder: string;
  let plan: ReleasePlan;
  let out: string;

  beforeAll(() => {
    folder = project();
    const told = cli(folder, 'release', 'plan', '--out', 'dist/plan.json');
    expect(told).toMatchObject({ code: 0, err: '' });
    ({ out } = told);
    plan = JSON.parse(readFileSync(join(folder, 'dist/plan.json'), 'utf8')) as ReleasePlan;
  });

  test('is told with what broke and with what is granted', () => {
    expect(plan).toMatchObject({ since: 'v0.1.0', step: 'major', version: '0.2.0' });
    expect(plan.facts.filter(({ step }) => step !== 'patch')).toMatchObject([
      { module: 'instance-profile', code: 'input-removed', subject: 'former' },
    ]);
    expect(plan.permissions).toMatchObject([
      { code: 'permission-granted', subject: 'AmazonSSMManagedInstanceCore', by_default: true },
    ]);
    expect(out).toMatch(/^Permissions, by default\n\+ instance-profile: attached-policy `Amazon/m);
    expect(out).toMatch(/^Breaking\n! instance-profile: `former` is gone/m);
  });

  test('is made once, and leaves all that is checked in order', () => {
    const made = join(newFolder(), 'made');
    cpSync(folder, made, { recursive: true });
    const first = cli(made, 'release', 'apply', '--plan', 'dist/plan.json');
    const whole = state(made);

    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^v0\.2\.0 is released: commit \w{12}; push it with: git push --follow-tags\n$/,
    );
    expect(whole).toMatchObject({ status: '', tagged: 'v0.2.0' });
    expect(cli(made, 'release', 'apply', '--plan', 'dist/plan.json')).toEqual(first);
    expect(cli(made, 'release', 'apply').out).toMatch(/^nothing to release: /);
    expect(state(made)).toEqual(whole);
    expect(cli(made, 'check')).toEqual({ code: 0, out: '', err: '' });
    expect(cli(made, 'release', 'plan').out).toMatch(
      /^nothing to release: generated\/ is as v0\.2\.0/,
    );
    const format = ['prettier', '--check', 'CHANGELOG.md', 'README.md', 'package.json'];
    expect(spawnSync('npx', format, { cwd: made, encoding: 'utf8' })).toMatchObject({ status: 0 });
    expect(readFileSync(join(made, 'CHANGELOG.md'), 'utf8')).toContain('\n## [0.2.0] - ');
    expect(readFileSync(join(made, 'generated/README.md'), 'utf8')).toContain('?ref=v0.2.0');
  });

  test('that is killed at any time ends in the same state when it is run again', async () => {
    const whole = join(newFolder(), 'whole');
    cpSync(folder, whole, { recursive: true });
    expect(cli(whole, 'release', 'apply', '--plan', 'dist/plan.json').code).toBe(0);
    const reached = new Set<string>();

    for (const [moment, all] of MOMENTS) {
      const killed = join(newFolder(), 'killed');
      cpSync(folder, killed, { recursive: true });
      const run = `${moment}, ${all ? 'with git' : 'alone'}`;
      await kill(killed, moment, all);
      reached.add(git(killed, 'for-each-ref') + git(killed, 'status', '--porcelain'));
      unlock(killed);
      const again = cli(killed, 'release', 'apply', '--plan', 'dist/plan.json');
      expect([run, again.code, again.err]).toEqual([run, 0, '']);
      expect([run, state(killed)]).toEqual([run, state(whole)]);
    }
    expect(reached.size).toBeGreaterThan(1);
  });
});

const CHANGELOG = 'CHANGELOG.md';
const HEAD = '.git/refs/heads/main';

/** What there is to see in the folder of a release at a moment, which the folder before did not have. */
const SEEN = {
  'at its start': () => true,
  'once it writes': (now: string, before: string) =>
    textIn(now, CHANGELOG) !== textIn(before, CHANGELOG),
  'once git takes its index': (now: string, before: string) =>
    existsSync(join(now, '.git/index.lock')) || textIn(now, HEAD) !== textIn(before, HEAD),
  'once it is committed': (now: string, before: string) =>
    textIn(now, HEAD) !== textIn(before, HEAD),
} as const;

type Moment = keyof typeof SEEN;

/** When it is killed, and whether git dies with it. */
const MOMENTS: readonly (readonly [Moment, boolean])[] = [
  ['at its start', true],
  ['once it writes', false],
  ['once it writes', true],
  ['once git takes its index', true],
  ['once it is committed', false],
];

function textIn(folder: string, path: string): string {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return '';
  }
}

/** Starts the command and kills it, alone or with all that it started; on a busy machine it may have ended before. */
async function kill(folder: string, moment: Moment, all: boolean): Promise<void> {
  const before = join(newFolder(), 'before');
  [CHANGELOG, HEAD].forEach((path) => {
    cpSync(join(folder, path), join(before, path));
  });
  const args = ['dist/publisher/cli.js', 'release', 'apply', '--plan', 'dist/plan.json'];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: gitEnv,
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (child.exitCode === null && !SEEN[moment](folder, before)) {
    await wait(1);
  }
  if (child.exitCode === null && child.pid !== undefined) {
    process.kill(all ? -child.pid : child.pid, 'SIGKILL');
  }
  await ended;
  // what git was told before goes on without its parent
  await wait(300);
}

/** What a git that was killed leaves, and tells to remove. */
function unlock(folder: string): void {
  for (const path of ['index', 'HEAD', 'refs/heads/main', 'refs/tags/v0.2.0', 'packed-refs']) {
    rmSync(join(folder, '.git', `${path}.lock`), { force: true });
  }
}
