import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishPlan } from '../../../publisher/plan';
import { describeOnTerminal, runCommand, runOnTerminal } from '../../fixtures/command';
import type { Outcome } from '../../fixtures/command';
import { contentsOf } from '../../fixtures/folder-contents';
import { ReleasedProject } from '../../fixtures/released-project';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

const TO = '--to static --folder public --url https://modules.example.com --namespace acme'.split(
  ' ',
);
const ARCHIVE = 'v1/modules/acme/ssm-iam/aws/1.0.0/module.tar.gz';

/** A project with one release, and how the command is run in it. */
class Publisher {
  readonly project = new ReleasedProject(newFolder());
  readonly folder = this.project.folder;

  constructor() {
    this.project.releaseGenerated('1.0.0');
  }

  run(...args: readonly string[]): Outcome {
    return runCommand(this.folder, ['publish', ...args]);
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }
}

const planIn = (text: string): PublishPlan => JSON.parse(text) as PublishPlan;

test('a plan says what is to do, and does nothing', () => {
  const publisher = new Publisher();

  const { code, out, err } = publisher.run('plan', ...TO);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  const commit = publisher.project.run('rev-parse', '--short=12', 'HEAD').trim();
  expect(out.split('\n')[0]).toBe(`1.0.0 (${commit}) to static: public`);
  expect(out).toContain(ARCHIVE);
  expect(out).toMatch(/^tar\.gz sha256:[0-9a-f]{64}$/m);
  expect(publisher.has('public')).toBe(false);
});

test('for programs, in a file, and as a dry run it is the same plan', () => {
  const publisher = new Publisher();

  const printed = publisher.run('plan', ...TO, '--json', '--out', 'plan.json');
  const dry = publisher.run('apply', ...TO, '--dry-run');

  const plan = planIn(readFileSync(join(publisher.folder, 'plan.json'), 'utf8'));
  expect(planIn(printed.out)).toEqual(plan);
  expect(plan).toMatchObject({ schema_version: 1, target: 'static', version: '1.0.0' });
  expect(dry.out).toBe(publisher.run('plan', ...TO).out);
  expect(publisher.has('public')).toBe(false);
});

test('it is done once, and then there is nothing to do', () => {
  const publisher = new Publisher();

  const first = publisher.run('apply', ...TO);
  const there = contentsOf(join(publisher.folder, 'public'));
  const second = publisher.run('apply', ...TO);

  expect(first).toEqual({ code: 0, out: '1.0.0 is published: public\n', err: '' });
  expect(second).toEqual({ code: 0, out: '1.0.0 was there already: public\n', err: '' });
  expect(Object.keys(there)).toContain(ARCHIVE);
  expect(contentsOf(join(publisher.folder, 'public'))).toEqual(there);
  expect(publisher.run('plan', ...TO).out).toContain('nothing to do');
});

test('no more is done than a reviewed plan says', () => {
  const publisher = new Publisher();
  publisher.run('plan', ...TO, '--out', 'plan.json');
  const path = join(publisher.folder, 'plan.json');
  const plan = planIn(readFileSync(path, 'utf8'));
  const less = {
    ...plan,
    steps: plan.steps.filter(({ subject }) => !subject.includes('versions')),
  };
  writeFileSync(path, JSON.stringify(less));

  const refused = publisher.run('apply', ...TO, '--plan', 'plan.json');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^the plan must still hold, got the step .*\[PlanStale\]\n$/);
  expect(publisher.has('public')).toBe(false);

  writeFileSync(path, JSON.stringify(plan));
  expect(publisher.run('apply', ...TO, '--plan', 'plan.json')).toMatchObject({ code: 0 });
});

test('an older release is published by its version', () => {
  const publisher = new Publisher();
  publisher.project.release('1.1.0', { 'main.tf.json': '{}\n' });

  expect(publisher.run('apply', ...TO, '--release', '1.0.0').out).toMatch(/^1\.0\.0 is published/);
  expect(publisher.has(ARCHIVE.replace('v1/', 'public/v1/'))).toBe(true);
});

describe('is refused', () => {
  test.each([
    [2, 'MissingOption', ['--to', 'static']],
    [2, 'ForeignOption', [...TO, '--organization', 'acme']],
    [2, 'UnknownTarget', ['--to', 'ftp']],
    [2, 'Version', [...TO, '--release', 'v1.0.0']],
    [2, 'NoProject', [...TO, '--project', 'nowhere']],
    [1, 'NoRelease', [...TO, '--release', '2.0.0']],
    [2, 'UnreadableFile', [...TO, '--plan', 'none.json']],
    [2, 'OutFolder', [...TO.slice(0, 3), 'package.json', ...TO.slice(4)]],
  ])('with exit code %d and [%s]: %j', (code, word, args) => {
    const publisher = new Publisher();

    const outcome = publisher.run('apply', ...args);

    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(new RegExp(`\\[${word}\\]\\n$`));
    expect(publisher.has('public')).toBe(false);
  });
});

describeOnTerminal('on a terminal', () => {
  test('the steps are counted, and nothing of it is left', () => {
    const publisher = new Publisher();

    const { code, text } = runOnTerminal(publisher.folder, ['publish', 'apply', ...TO]);

    expect(code).toBe(0);
    expect(text).toMatch(/publishing \[=* *\] 0\/\d+ write /);
    expect(text.split('\u001b[?25h').at(-1)).toContain('1.0.0 is published: public');
    expect(text.split('\u001b[?25h').at(-1)).not.toContain('publishing [');
  });
});
