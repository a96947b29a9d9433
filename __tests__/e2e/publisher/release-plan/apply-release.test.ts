import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyRelease, refuseTaken } from '../../../../publisher/release-plan/apply-release';
import type { PreparedRelease } from '../../../../publisher/release-plan/release-plan';
import { releaseAtHead } from '../../../../publisher/release-plan/resume-release';
import { ReleasableProject } from '../../../fixtures/releasable-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

/** A project with a release and one that is planned, and the same where that is made. */
let project: ReleasableProject;
let release: PreparedRelease;
let whole: ReleasableProject;

beforeAll(async () => {
  project = ReleasableProject.in(newFolder());
  await project.release();
  project.inputs = ['size'];
  await project.commit();
  release = await project.plan();
  whole = copy();
  await applyRelease(whole.git, release);
});

const copy = (of = project): ReleasableProject => of.copy(join(newFolder(), 'copy'));

/** All that a release is but its times: commit, tag, branch, and the files that lie there. */
const contentOf = (made: ReleasableProject): object => ({
  commit: made.run('show', '--no-patch', '--format=%T%n%P%n%an%n%B', 'main'),
  tag: made.run('tag', '--list', '--format=%(objecttype) %(contents)', 'v0.2.0'),
  isTagged: made.run('rev-parse', 'v0.2.0^{commit}') === made.run('rev-parse', 'main'),
  status: made.run('status', '--porcelain'),
});

test('it ends with a commit, a tag and a clean work tree, and what is generated is current', async () => {
  expect(contentOf(whole)).toEqual({
    commit: `${whole.run('rev-parse', 'main^{tree}')}\n${release.plan.base}\nTests\nchore(release): v0.2.0`,
    tag: 'tag chore(release): v0.2.0',
    isTagged: true,
    status: '',
  });
  expect(whole.run('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  expect(whole.run('describe')).toBe('v0.2.0');
  expect(existsSync(join(whole.git.folder, 'generated/once.txt'))).toBe(false);
  expect(whole.read('generated/deep/folder/new.txt')).toBe('0.2.0');
  expect((await whole.plan()).plan).toMatchObject({ step: 'none', files: [] });
});

test('run twice it makes nothing more', async () => {
  const state = whole.state();

  expect(await applyRelease(whole.git, release)).toBe(whole.run('rev-parse', 'HEAD'));
  expect(whole.state()).toEqual(state);
});

/** Puts the files of the release where it would, as far as it came. */
const write = (made: ReleasableProject, most = Infinity): void => {
  for (const [path, text] of Object.entries(release.texts).slice(0, most)) {
    if (text === null) {
      rmSync(join(made.git.folder, path));
    } else {
      made.write(path, text);
    }
  }
};

const INTERRUPTED: Readonly<Record<string, (made: ReleasableProject) => void>> = {
  'after some files': (made) => {
    write(made, 3);
  },
  'after all files': write,
  'while it wrote a file': (made) => {
    made.write('generated/README.md.unfinished', 'lamp');
  },
  'while git staged them': (made) => {
    write(made);
    made.run('add', 'CHANGELOG.md', 'generated/deep');
  },
  'before the commit': (made) => {
    write(made);
    made.run('add', '--all');
  },
  'before the tag': (made) => {
    write(made);
    made.run('add', '--all');
    made.run('commit', '--quiet', '-m', release.plan.message);
  },
};

test.each(Object.entries(INTERRUPTED))(
  'interrupted %s and run again, it ends with the same commit and tag',
  async (_, interrupt) => {
    const made = copy();
    interrupt(made);
    const withoutPlan = copy(made);
    await applyRelease(made.git, release);
    const found = await releaseAtHead(withoutPlan.git, withoutPlan.regenerate);
    await applyRelease(withoutPlan.git, found ?? (await withoutPlan.plan()));

    expect(contentOf(made)).toEqual(contentOf(whole));
    expect(contentOf(withoutPlan)).toEqual(contentOf(whole));
  },
);

test.each([
  ['stops', 'pre-commit', 'exit 1'],
  ['changes', 'prepare-commit-msg', 'echo "Change-Id: 1" >> "$1"'],
])('no hook %s the commit: %s', async (_, name, script) => {
  const made = copy();
  const hook = join(made.git.folder, '.git/hooks', name);
  writeFileSync(hook, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await applyRelease(made.git, release);

  expect(contentOf(made)).toEqual(contentOf(whole));
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
    'a file that it does not write',
    (made) => {
      made.write('LICENSE', 'mine');
    },
    'DirtyWorkTree',
  ],
  [
    'a folder in the place of a file',
    (made) => {
      rmSync(join(made.git.folder, 'README.md'));
      made.write('README.md/x', '');
    },
    'DirtyWorkTree',
  ],
  [
    'a staged file',
    (made) => {
      made.write('notes.txt', 'mine');
      made.run('add', 'notes.txt');
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
  ['a detached HEAD', (made) => made.run('checkout', '--quiet', '--detach'), 'DetachedHead'],
  [
    'another commit',
    (made) => made.run('commit', '--quiet', '--allow-empty', '-m', 'x'),
    'BaseMoved',
  ],
  [
    'another commit of its name',
    (made) => {
      made.write('README.md', 'other');
      made.run('commit', '--quiet', '-a', '-m', 'chore(release): v0.2.0');
    },
    'BaseMoved',
  ],
  ['an older commit', (made) => made.run('reset', '--quiet', '--hard', 'HEAD^'), 'BaseMoved'],
  ['a tag of its name', (made) => made.run('tag', 'v0.2.0'), 'TagTaken'],
])('%s is refused, and nothing is touched', async (_, change, code) => {
  const made = copy();
  change(made);
  const seen = (): string[] =>
    [['for-each-ref'], ['status', '--porcelain'], ['diff', 'HEAD']].map((args) =>
      made.run(...args),
    );
  const before = seen();

  await expect(applyRelease(made.git, release)).rejects.toThrow(`[${code}]`);
  expect(seen()).toEqual(before);
});

test('what is in no commit is left alone', async () => {
  const made = copy();
  made.write('generated/terraform.tfstate', '{"mine": true}');
  await applyRelease(made.git, release);

  expect(made.run('status', '--porcelain')).toBe('?? generated/terraform.tfstate');
});

test('a tag is free, there, or taken', async () => {
  const commit = whole.run('rev-parse', 'HEAD');

  expect(await refuseTaken(whole.git, 'v0.3.0')).toBe(false);
  expect(await refuseTaken(whole.git, 'v0.2.0', commit)).toBe(true);
  await expect(refuseTaken(whole.git, 'v0.2.0')).rejects.toThrow(
    `v0.2.0 must be free, got a tag of the commit ${commit.slice(0, 12)}; choose a greater --version, for a released one never changes [TagTaken]`,
  );
});
