import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describeOnTerminal, runCommand, runOnTerminal } from '../../fixtures/command';
import { contentsOf, fill } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

const FILE = 'generated/modules/s3-access-policy/versions.tf.json';
const ONE = ['--module', 's3-access-policy'];

/** A folder in which one line of one file differs. */
function changedFolder(): string {
  const folder = newFolder();
  runCommand(folder, ['generate', ...ONE]);
  const text = contentsOf(folder)[FILE] ?? '';
  fill(folder, { [FILE]: text.replace('hashicorp/aws', 'acme/aws') });
  return folder;
}

const RED = '\u001b[31m-        "source": "acme/aws",\u001b[39m';
const DIFF = `-        "source": "acme/aws",\n+        "source": "hashicorp/aws",`;

describe('in a pipe', () => {
  const folder = changedFolder();

  test('the difference is shown when asked for, without colours', () => {
    const { code, out, err } = runCommand(folder, ['check', ...ONE, '--diff']);

    expect(code).toBe(1);
    expect(out).toContain(`--- ${FILE}\n+++ ${FILE}\n@@ `);
    expect(out).toContain(DIFF);
    expect(out).not.toContain('\u001b');
    expect(err).toMatch(/^1 file is not what the generator writes;/);
  });

  test.each([[['check', ...ONE]], [['check', ...ONE, '--no-diff']]])('not by %j', (args) => {
    expect(runCommand(folder, args)).toMatchObject({ code: 1, out: '' });
  });

  test('colours are there for who forces them', () => {
    const { out } = runCommand(folder, ['check', ...ONE, '--diff'], { FORCE_COLOR: '1' });

    expect(out).toContain(RED);
  });

  test('the difference can be applied', () => {
    const copy = changedFolder();
    const { out } = runCommand(copy, ['check', ...ONE, '--diff']);
    const applied = spawnSync('git', ['apply', '-p0'], { cwd: copy, input: out, encoding: 'utf8' });

    expect(applied).toMatchObject({ status: 0, stderr: '' });
    expect(runCommand(copy, ['check', ...ONE]).code).toBe(0);
  });

  test('a number limits its lines', () => {
    const { out } = runCommand(folder, ['check', ...ONE, '--diff', '2']);

    expect(out).toMatch(/^--- .*\n\+\+\+ .*\n\.\.\. and \d+ more lines; --diff \d+ shows all\n$/);
  });

  test.each(['0', '-1', 'all', '1.5'])('the number %s is misuse', (number) => {
    expect(runCommand(folder, ['check', '--diff', number])).toEqual({
      code: 2,
      out: '',
      err: `error: option '--diff [lines]' argument '${number}' is invalid. It must be a number of lines, like 500.\n`,
    });
  });
});

describeOnTerminal('on a terminal', () => {
  const folder = changedFolder();
  const onTerminal = (args: readonly string[], environment = {}): string =>
    runOnTerminal(folder, ['check', ...ONE, ...args], environment).text;

  test('the difference is shown, in colours', () => {
    expect(onTerminal([])).toContain(RED);
  });

  test('NO_COLOR is honoured', () => {
    const text = onTerminal([], { NO_COLOR: '1' });

    expect(text).toContain(DIFF);
    // the bar before it moves the cursor, and has no colours
    expect(text.split('\u001b').filter((sequence) => /^\[\d+m/.test(sequence))).toEqual([]);
  });

  test('so is --no-diff', () => {
    const text = onTerminal(['--no-diff']);

    expect(text).not.toContain('acme');
    expect(text).toContain(join(FILE));
  });
});
