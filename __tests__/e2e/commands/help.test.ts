import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns, StdioOptions } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../fixtures/command';
import { fill } from '../../fixtures/folder-contents';
import { temporaryFolders } from '../../fixtures/temporary-folder';

const newFolder = temporaryFolders();

jest.setTimeout(60_000);

const COMMANDS = ['generate', 'check', 'explain'];
const help = (command: string): string => runCommand(newFolder(), [command, '--help']).out;

/** The commands that a help text lists. */
const commandsIn = (text: string): (string | undefined)[] =>
  [...(text.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+)(?: [[<].*?)? {2,}\S/gm)].map(
    ([, name]) => name,
  );

/** The words of a line of shell that quotes with `'` only. */
const words = (line: string): string[] =>
  [...line.matchAll(/((?:'[^']*'|[^\s'])+)/g)].map(([word]) => word.replaceAll("'", ''));

test('the version is that of the package', () => {
  const { version } = JSON.parse(
    readFileSync(join(__dirname, '../../../package.json'), 'utf8'),
  ) as {
    readonly version: string;
  };

  for (const option of ['--version', '-V']) {
    expect(runCommand('/', [option])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  }
});

test('the help names every command', () => {
  const { code, out, err } = runCommand(newFolder(), ['--help']);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(commandsIn(out)).toEqual([...COMMANDS, 'help']);
  expect(runCommand(newFolder(), ['help']).out).toBe(out);
});

describe.each(COMMANDS)('the help of %s', (command) => {
  test('is asked for in two ways', () => {
    const { code, err } = runCommand(newFolder(), [command, '--help']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(runCommand(newFolder(), ['help', command]).out).toBe(help(command));
  });

  test('tells of each option what it takes and what happens without', () => {
    const options =
      help(command)
        .split(/^Options:\n/m)[1]
        ?.split('\n\n')[0] ?? '';
    const texts = options.split(/^ {2}(?=-)/m).map((text) => text.replace(/\s+/g, ' '));
    const others = texts.slice(1).filter((text) => !/^(--no-\w+|-h,) /.test(text));

    expect(others.length).toBeGreaterThan(1);
    for (const text of others) {
      expect(text).toMatch(/\(default: .+\)/);
      expect(/[<[]/.test(text)).toBe(text.includes(', like ') || /like \S/.test(text));
    }
  });

  test('tells the exit codes', () => {
    expect(help(command)).toMatch(/^Exit codes:\n {2}0 {2}.*\n {2}1 {2}.*\n {2}2 {2}.*\n$/m);
  });

  test('has examples that work, one after the other', () => {
    const examples = /^Examples:\n((?: {2}ssm-iam .*\n)+)/m.exec(help(command))?.[1] ?? '';
    const lines = examples.trim().split('\n');
    const folder = newFolder();
    fill(folder, { 'servers.tfvars': 'role_name = "Web"\n' });
    runCommand(folder, ['generate']);

    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const [program, name, ...args] = words(line);

      expect([program, name]).toEqual(['ssm-iam', command]);
      expect(runCommand(folder, [command, ...args])).toMatchObject({ code: 0, err: '' });
    }
  });
});

test('a misspelt command is told the right one', () => {
  expect(runCommand(newFolder(), ['explian'])).toEqual({
    code: 2,
    out: '',
    err: "error: unknown command 'explian'\n(Did you mean explain?)\n",
  });
});

describe('a reader that goes away', () => {
  const cli = `"${process.execPath}" "${join(__dirname, '../../../dist/cli.js')}"`;
  const folder = newFolder();

  test.each([
    ['--help', 0],
    ['explain hybrid-service-role', 0],
    ['check --diff', 1],
  ])('changes nothing about how %s ends', (args, code) => {
    // the shell would tell how the reader ended
    const line = `{ ${cli} ${args} 2>error; echo $? >code; } | true`;
    spawnSync(line, { cwd: folder, shell: true });

    expect(readFileSync(join(folder, 'code'), 'utf8')).toBe(`${code}\n`);
    expect(readFileSync(join(folder, 'error'), 'utf8')).not.toMatch(/EPIPE|Error/);
  });

  test('changes nothing about how a mistake ends', () => {
    spawnSync(`{ ${cli} deploy 2>&1; echo $? >code; } | true`, { cwd: folder, shell: true });

    expect(readFileSync(join(folder, 'code'), 'utf8')).toBe('2\n');
  });
});

describe('what cannot be written', () => {
  const readOnly = openSync(__filename, 'r');
  const run = (args: readonly string[], stdio: StdioOptions): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(__dirname, '../../../dist/cli.js'), ...args], {
      encoding: 'utf8',
      stdio,
      timeout: 30_000,
    });

  test.each(['--help', '--version', 'explain hybrid-service-role'])('is an error of %s', (line) => {
    const { status, stderr } = run(line.split(' '), ['ignore', readOnly, 'pipe']);

    expect(status).toBe(1);
    expect(stderr).toBe('EBADF: bad file descriptor, write\n');
  });

  test.each([
    ['deploy', 2],
    ['--version', 0],
  ])('as a message changes nothing about how %s ends', (command, code) => {
    expect(run([command], ['ignore', 'ignore', readOnly]).status).toBe(code);
  });
});
