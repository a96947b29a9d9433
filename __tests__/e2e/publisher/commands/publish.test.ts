import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishPlan } from '../../../../publisher/plan';
import { describeOnTerminal, runCommand, runOnTerminal } from '../../../fixtures/command';
import type { Outcome } from '../../../fixtures/command';
import { contentsOf } from '../../../fixtures/folder-contents';
import { ReleasedProject } from '../../../fixtures/released-project';
import { temporaryFolders } from '../../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

const ARCHIVE = 'v1/modules/acme/ssm-iam/aws/1.0.0/module.tar.gz';
let project: ReleasedProject;

beforeAll(() => {
  project = new ReleasedProject(newFolder());
  project.releaseGenerated('1.0.0');
});

const at = (name: string): string => join(project.folder, name);
const to = (folder: string): string[] =>
  `static --folder ${folder} --url https://modules.example.com --namespace acme`.split(' ');
const run = (...args: readonly string[]): Outcome =>
  runCommand(project.folder, ['publish', ...args]);
const planIn = (text: string): PublishPlan => JSON.parse(text) as PublishPlan;

test('a plan says what is to do, for people and in a file, and does nothing', () => {
  const { code, out, err } = run('plan', ...to('planned'), '--out', 'plan.json');

  expect({ code, err }).toEqual({ code: 0, err: '' });
  const commit = project.run('rev-parse', '--short=12', 'HEAD').trim();
  expect(out.split('\n')[0]).toBe(`1.0.0 (${commit}) to static: planned`);
  expect(out).toContain(ARCHIVE);
  expect(out).toMatch(/^tar\.gz sha256:[0-9a-f]{64}$/m);
  const plan = planIn(readFileSync(at('plan.json'), 'utf8'));
  expect(plan).toMatchObject({ schema_version: 1, target: 'static', version: '1.0.0' });
  expect(existsSync(at('planned'))).toBe(false);
});

test('it is done once, and then there is nothing to do', () => {
  const first = run('apply', ...to('done'));
  const there = contentsOf(at('done'));
  const second = run('apply', ...to('done'));

  expect(first).toEqual({ code: 0, out: '1.0.0 is published: done\n', err: '' });
  expect(second).toEqual({ code: 0, out: '1.0.0 was there already: done\n', err: '' });
  expect(Object.keys(there)).toContain(ARCHIVE);
  expect(contentsOf(at('done'))).toEqual(there);
  expect(run('plan', ...to('done')).out).toContain('nothing to do');
});

test('no more is done than a reviewed plan says', () => {
  run('plan', ...to('reviewed'), '--out', 'plan.json');
  const plan = planIn(readFileSync(at('plan.json'), 'utf8'));
  const steps = plan.steps.filter(({ subject }) => !subject.includes('versions'));
  writeFileSync(at('plan.json'), JSON.stringify({ ...plan, steps }));

  const refused = run('apply', ...to('reviewed'), '--plan', 'plan.json');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^the plan must still hold, got the step .*\[PlanStale\]\n$/);
  expect(existsSync(at('reviewed'))).toBe(false);

  writeFileSync(at('plan.json'), JSON.stringify(plan));
  expect(run('apply', ...to('reviewed'), '--plan', 'plan.json')).toMatchObject({ code: 0 });
});

test.each([
  [1, 'NoRelease', [...to('refused'), '--release', '2.0.0']],
  [2, 'UnreadableFile', [...to('refused'), '--plan', 'none.json']],
  [2, 'OutFolder', to('package.json')],
])('with exit code %d and [%s] is refused: %j', (code, word, args) => {
  const outcome = run('apply', ...args);

  expect(outcome).toMatchObject({ code, out: '' });
  expect(outcome.err).toMatch(new RegExp(`\\[${word}\\]\\n$`));
  expect(existsSync(at('refused'))).toBe(false);
});

test.each([
  ["error: required option '--folder <dir>' not specified", ['static']],
  ["error: unknown option '--organization'", [...to('refused'), '--organization', 'acme']],
  ["error: unknown command 'ftp'", ['ftp']],
])('the command line is misused: %s', (message, args) => {
  const { code, err } = run('apply', ...args);

  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

describeOnTerminal('on a terminal', () => {
  test('the steps are counted, and nothing of it is left', () => {
    const args = ['publish', 'apply', ...to('shown')];
    const { code, text } = runOnTerminal(project.folder, args);

    expect(code).toBe(0);
    expect(text).toMatch(/publishing \[=* *\] 0\/\d+ write /);
    expect(text.split('\u001b[?25h').at(-1)).toContain('1.0.0 is published: shown');
    expect(text.split('\u001b[?25h').at(-1)).not.toContain('publishing [');
  });
});
