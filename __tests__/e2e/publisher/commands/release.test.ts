import { Command } from 'commander';
import { execFileSync } from 'node:child_process';
import { addRelease } from '../../../../publisher/commands/release';
import { runCommand } from '../../../fixtures/command';
import { fill } from '../../../fixtures/folder-contents';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

const PLAN = {
  schema_version: 1,
  base: '0'.repeat(40),
  version: '1.0.0',
  date: '2026-03-01',
  files: [],
};

test('others can add to the command', () => {
  const names = addRelease(new Command()).commands.map((command) => command.name());

  expect(names).toEqual(['plan', 'apply']);
});

test.each([['plan'], ['apply']])('release %s needs a repository', (verb) => {
  const { code, out, err } = runCommand(newFolder(), ['release', verb]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /^this must run in the top folder of a git repository, .*\[NoRepository\]\n$/,
  );
});

describe('in a repository', () => {
  const folder = newFolder();

  beforeAll(() => {
    const author = ['-c', 'user.name=T', '-c', 'user.email=t@example.com'];
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', [...author, 'commit', '--quiet', '--allow-empty', '-m', 'x'], {
      cwd: folder,
    });
  });

  test('the version behind plan is that of the release, not of the program', () => {
    const { code, err } = runCommand(folder, ['release', 'plan', '--version', 'v1']);

    expect(code).toBe(2);
    expect(err).toMatch(/^--version must be a version like 1\.2\.3 .*, got "v1"/);
  });

  test.each([
    ['the plan of a publication', { schema_version: 1, target: 'git', steps: [] }],
    ['an option for a commit', { ...PLAN, base: '--upload-pack=x' }],
    ['a path for a version', { ...PLAN, version: '../x' }],
  ])('%s is no plan', (_, plan) => {
    fill(folder, { 'plan.json': JSON.stringify(plan) });
    const outcome = runCommand(folder, ['release', 'apply', '--plan', 'plan.json']);

    expect(outcome).toMatchObject({ code: 1, out: '' });
    expect(outcome.err).toContain('[PlanForm]');
  });
});
