import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from '../../../publisher/git';
import type { GitOptions, GitOutcome } from '../../../publisher/git';
import { applyRelease, refuseTaken } from '../../../publisher/release-plan/apply-release';
import type { PreparedRelease } from '../../../publisher/release-plan/release-plan';
import { releaseAtHead } from '../../../publisher/release-plan/resume-release';
import type { Disk } from '../../../publisher/release-plan/work-tree';
import * as disk from '../../../publisher/write-files';
import { ReleasableProject } from '../../fixtures/releasable-project';
import { gitEnv } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(120_000);

/** A project with a release, and one that is planned. */
let project: ReleasableProject;
let release: PreparedRelease;

beforeAll(async () => {
  project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  await project.commit();
  release = await project.plan();
});

const copy = (): ReleasableProject => project.copy(join(newFolder(), 'copy'));

test('it ends with a commit, a tag and a clean work tree, and what is generated is current', async () => {
  const made = copy();
  const commit = await applyRelease(made.git, release);

  expect(made.run('rev-parse', 'HEAD', 'v0.2.0^{commit}', 'main')).toBe(
    [commit, commit, commit].join('\n'),
  );
  expect(made.run('show', '--no-patch', '--format=%P %an %ae %aI %cI %B')).toBe(
    `${release.plan.base} Tests tests@example.com 2099-03-01T00:00:00+00:00 2099-03-01T00:00:00+00:00 chore(release): v0.2.0`,
  );
  expect(made.run('cat-file', '-t', 'v0.2.0')).toBe('tag');
  expect(made.run('describe')).toBe('v0.2.0');
  expect(made.run('status', '--porcelain')).toBe('');
  expect(existsSync(join(made.git.folder, 'generated/once.txt'))).toBe(false);
  expect(made.read('generated/deep/folder/new.txt')).toBe('0.2.0');
  made.run('fsck', '--strict');
  expect((await made.plan()).plan).toMatchObject({ step: 'none', files: [] });
});

test('run twice it comes to the same, also by another person', async () => {
  const made = copy();
  const commit = await applyRelease(made.git, release);
  const state = made.state();
  const other = new Git(made.git.folder, { ...gitEnv, GIT_COMMITTER_NAME: 'Other' });

  expect(await applyRelease(made.git, release)).toBe(commit);
  expect(await applyRelease(other, release)).toBe(commit);
  expect(made.state()).toEqual(state);
});

/** Commands of git that leave something behind; storing a text leaves nothing that anybody sees. */
const WRITING = ['read-tree', 'update-index', 'write-tree', 'commit-tree', 'mktag', 'update-ref'];

/** Stops before one of the things that a release writes. */
class Interruption {
  done = 0;
  constructor(readonly at: number) {}

  before(): void {
    if (this.done++ === this.at) {
      throw new Error('interrupted');
    }
  }

  disk(): Disk {
    return {
      ...disk,
      putFile: (path, content) => {
        this.before();
        disk.putFile(path, content);
      },
      removeFile: (path) => {
        this.before();
        disk.removeFile(path);
      },
    };
  }

  git(folder: string): Git {
    const before = this.before.bind(this);
    return new (class extends Git {
      override async try(args: readonly string[], options?: GitOptions): Promise<GitOutcome> {
        if (WRITING.includes(args[0] ?? '')) {
          before();
        }
        return super.try(args, options);
      }
    })(folder, gitEnv);
  }
}

test('interrupted before any of its steps and run again, it ends in the same state', async () => {
  const whole = copy();
  const all = new Interruption(-1);
  await applyRelease(all.git(whole.git.folder), release, all.disk());
  const expected = whole.state();

  for (let at = 0; at < all.done; at++) {
    const made = copy();
    const interruption = new Interruption(at);
    const git = interruption.git(made.git.folder);
    await expect(applyRelease(git, release, interruption.disk())).rejects.toThrow('interrupted');
    // every other time without the plan: where nothing was made yet, that is a new release
    const found = at % 2 === 0 ? undefined : await releaseAtHead(made.git, made.regenerate);
    await applyRelease(made.git, found ?? release);
    expect([at, made.state()]).toEqual([at, expected]);
  }
  expect(all.done).toBeGreaterThan(14);
});

test('a branch that moved without its tag gets it', async () => {
  const made = copy();
  await applyRelease(made.git, release);
  const state = made.state();
  made.run('tag', '--delete', 'v0.2.0');
  await applyRelease(made.git, release);

  expect(made.state()).toEqual(state);
});

test('half-written files of an interrupted run go', async () => {
  const made = copy();
  made.write('generated/README.md.new-01234567-89ab-cdef-0123-456789abcdef', 'ha');
  await applyRelease(made.git, release);

  expect(readdirSync(join(made.git.folder, 'generated'))).not.toContainEqual(
    expect.stringContaining('.new-'),
  );
});

test.each<[string, (made: ReleasableProject) => void, string]>([
  [
    'an edited file',
    (made) => {
      made.write('CHANGELOG.md', 'mine');
    },
    'DirtyWorkTree',
  ],
  [
    'a file that is gone',
    (made) => {
      disk.removeFile(join(made.git.folder, 'README.md'));
    },
    'DirtyWorkTree',
  ],
  [
    'a staged file',
    (made) => {
      const text = made.read('README.md');
      made.write('README.md', 'mine');
      made.run('add', 'README.md');
      made.write('README.md', text);
    },
    'DirtyWorkTree',
  ],
  [
    'a file in the way',
    (made) => {
      made.write('generated/deep/folder/new.txt', 'mine');
    },
    'DirtyWorkTree',
  ],
  [
    'another generated file',
    (made) => {
      made.write('generated/interface.json', 'mine');
    },
    'DirtyWorkTree',
  ],
  ['a detached HEAD', (made) => made.run('checkout', '--quiet', '--detach'), 'DetachedHead'],
  [
    'another commit',
    (made) => made.run('commit', '--quiet', '--allow-empty', '-m', 'x'),
    'BaseMoved',
  ],
  ['an older commit', (made) => made.run('reset', '--quiet', '--hard', 'HEAD^'), 'BaseMoved'],
  ['a tag of its name', (made) => made.run('tag', 'v0.2.0'), 'TagTaken'],
])('%s is refused, and nothing is touched', async (_, change, code) => {
  const made = copy();
  change(made);
  const state = made.run('for-each-ref') + made.run('status', '--porcelain');

  await expect(applyRelease(made.git, release)).rejects.toThrow(`[${code}]`);
  expect(made.run('for-each-ref') + made.run('status', '--porcelain')).toBe(state);
});

test('what a release does not write is left alone', async () => {
  const made = copy();
  made.write('LICENSE', 'mine');
  made.write('generated/terraform.tfstate', '{"mine": true}');
  made.write('notes.txt', 'mine');
  made.run('add', 'notes.txt');
  await applyRelease(made.git, release);

  expect(made.run('status', '--porcelain')).toBe(
    'M LICENSE\nA  notes.txt\n?? generated/terraform.tfstate',
  );
  expect(made.run('show', '--name-only', '--format=', 'HEAD')).not.toContain('notes.txt');
});

test('a commit of the same name that is another one is no release', async () => {
  const made = copy();
  made.write('README.md', 'other');
  made.run('commit', '--quiet', '-a', '-m', 'chore(release): v0.2.0');

  await expect(applyRelease(made.git, release)).rejects.toThrow('[BaseMoved]');
});

test('a tag is free, there, or taken', async () => {
  const made = copy();
  const commit = await applyRelease(made.git, release);

  expect(await refuseTaken(made.git, 'v0.3.0')).toBe(false);
  expect(await refuseTaken(made.git, 'v0.2.0', commit)).toBe(true);
  await expect(refuseTaken(made.git, 'v0.2.0')).rejects.toThrow(
    `v0.2.0 must be free, got a tag of the commit ${commit.slice(0, 12)}; choose a greater --version, for a released one never changes [TagTaken]`,
  );
});
