import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATIC, refusal, runBounded } from '../fixtures/bounded-command';
import { ReleasedProject } from '../fixtures/released-project';
import { temporaryFolders } from '../fixtures/temporary-folder';
import { PROJECT } from './harness/project';

const newFolder = temporaryFolders();
const CLI = join(PROJECT, 'dist/cli.js');

jest.setTimeout(300_000);

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const NESTED = nested(100_000);

describe('variables', () => {
  const explain = (path: string): readonly string[] => [
    'explain',
    'instance-profile',
    '--var-file',
    path,
  ];

  test.each<[string, string, string | Buffer, RegExp]>([
    [
      'JSON nested without end',
      'x.json',
      `{"tags": ${nested(30_000)}}`,
      /^x\.json must .*100 levels deep; /,
    ],
    [
      'HCL nested without end',
      'x.tfvars',
      `tags = ${nested(30_000)}`,
      /^x\.tfvars must .*nested too deeply/,
    ],
    ['a long expression', 'x.tfvars', `a = ${'1 + '.repeat(15_000)}1`, /^x\.tfvars: a must be a/],
    ['a binary', 'x.tfvars', Buffer.alloc(3_000_000, 0xfe), /^x\.tfvars cannot .*more than 65536/],
    ['a small one', 'x.tfvars', Buffer.alloc(9, 0xfe), /^x\.tfvars cannot .*not UTF-8 text/],
    ['text without sense', 'x.tfvars', '\u0001 '.repeat(30_000), /^x\.tfvars must hold variables/],
    [
      'too much',
      'x.tfvars',
      `a = "${'x'.repeat(5_000_000)}"`,
      /^x\.tfvars cannot .*more than 65536/,
    ],
    ['a path without end', 'x.tfvars', `path = "/${'x'.repeat(60_000)}/"`, /^path must /],
  ])('%s', (_, name, content, message) => {
    const folder = newFolder();
    writeFileSync(join(folder, name), content);

    expect(refusal(folder, explain(name))).toMatch(message);
  });

  test.each(['/dev/zero', '/dev/urandom', '.', 'none.tfvars', '/proc/self/mem'])('%s', (path) => {
    expect(refusal(newFolder(), explain(path))).toMatch(
      new RegExp(
        `^${path} cannot be read \\(.*\\); give the path of a .tfvars .* \\[UnreadableFile\\]$`,
      ),
    );
  });

  test('come from a pipe as well', () => {
    const line = `"$0" "$1" explain instance-profile --json --var-file <(sleep 1; echo 'role_name = "Web"')`;
    const piped = spawnSync('bash', ['-c', line, process.execPath, CLI], { encoding: 'utf8' });

    expect(JSON.parse(piped.stdout)).toMatchObject({ inputs: { role_name: 'Web' } });
  });
});

describe('plans', () => {
  const project = new ReleasedProject(newFolder());
  beforeAll(() => {
    project.releaseGenerated('1.0.0');
  });

  test.each<[string, string, RegExp]>([
    ['steps that are a text', '{"schema_version": 1, "steps": "all"}', /\[PlanForm\]$/],
    ['no steps', '{"schema_version": 1}', /\[PlanForm\]$/],
    ['steps of another form', '{"schema_version": 1, "steps": [1, null]}', /\[PlanStale\]$/],
    ['JSON nested without end', `{"schema_version": 1, "steps": ${NESTED}}`, /100 levels deep/],
  ])('of a publication with %s', (_, text, message) => {
    project.write('plan.json', text);
    const args = ['publish', 'apply', ...STATIC.split(' '), '--plan', 'plan.json'];

    expect(refusal(project.folder, args)).toMatch(message);
  });

  test.each<[string, string, RegExp]>([
    ['files that are a text', '{"schema_version": 1, "files": "all"}', /\[PlanForm\]$/],
    ['JSON nested without end', `{"schema_version": 1, "files": ${NESTED}}`, /100 levels deep/],
  ])('of a release with %s', (_, text, message) => {
    project.write('plan.json', text);

    expect(refusal(project.folder, ['release', 'apply', '--plan', 'plan.json'])).toMatch(message);
  });

  test('are written over plans, and over nothing else', () => {
    const plan = ['publish', 'plan', ...STATIC.split(' '), '--out', 'plan.json'];
    project.write('plan.json', 'my notes');

    expect(refusal(project.folder, plan)).toBe(
      '--out must be a new file or a plan that ssm-iam wrote, got plan.json, which is something else; choose another [OutFile]',
    );
    expect(readFileSync(join(project.folder, 'plan.json'), 'utf8')).toBe('my notes');
    project.write('plan.json', '{"schema_version": 1, "steps": []}');
    expect(runBounded(project.folder, plan).code).toBe(0);
    expect(runBounded(project.folder, plan).code).toBe(0);
    expect(refusal(project.folder, [...plan.slice(0, -1), '/dev/null'])).toMatch(/\[OutFile\]$/);
  });
});

describe('a tag', () => {
  const CONTRACT = 'generated/modules/instance-profile/interface.json';
  const MAIN = 'generated/modules/instance-profile/main.tf.json';

  /** What "release plan" says of a project whose last release has a file with this text. */
  function sayOf(path: string, text: string): string {
    const project = new ReleasedProject(newFolder());
    for (const name of ['CHANGELOG.md', 'LICENSE', 'README.md', 'package-lock.json']) {
      project.write(name, readFileSync(join(PROJECT, name), 'utf8'));
    }
    project.releaseGenerated('0.1.0');
    const whole = readFileSync(join(project.folder, path), 'utf8');
    project.write(path, text);
    project.run('commit', '--quiet', '--all', '--amend', '-m', 'broken');
    project.run('tag', '--force', 'v0.1.0');
    project.write(path, whole);
    project.write('package.json', readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    project.run('commit', '--quiet', '--all', '-m', 'mended');
    return refusal(project.folder, ['release', 'plan']);
  }

  test.each<[string, string, string, RegExp]>([
    [
      'a contract cut off',
      CONTRACT,
      '{"schema_version": 1,',
      /must be a JSON object .*\[NoJson\]$/,
    ],
    ['a contract that is a list', CONTRACT, '[]', /must be a JSON object .*\[NoJson\]$/],
    ['a contract without parts', CONTRACT, '{"schema_version": 1}', /\[InterfaceForm\]$/],
    ['a contract nested without end', CONTRACT, `{"a": ${NESTED}}`, /100 levels deep/],
    ['a contract from later', CONTRACT, '{"schema_version": 2}', /\[InterfaceVersion\]$/],
    ['a module cut off', MAIN, '{', /must be a JSON object .*\[NoJson\]$/],
    ['a module of another form', MAIN, '{"resource": {"a": null}}', /\[ModuleForm\]$/],
  ])('that holds %s', (_, path, text, message) => {
    const said = sayOf(path, text);

    expect(said).toMatch(message);
    expect(said.startsWith('v0.1.0:modules/instance-profile/')).toBe(true);
  });
});
