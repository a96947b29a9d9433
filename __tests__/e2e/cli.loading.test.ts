import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../fixtures/command';
import { fill } from '../fixtures/folder-contents';
import { temporaryFolders } from '../fixtures/temporary-folder';

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(join(__dirname, '../../package.json'), 'utf8'),
) as Readonly<Record<'dependencies' | 'peerDependencies', object>>;
const newFolder = temporaryFolders();

jest.setTimeout(60_000);

/** Prints the modules that a program loaded, when it ends. */
const AT_THE_END = `
process.on('exit', () => {
  process.stderr.write(JSON.stringify(Object.keys(require.cache)));
});
`;

/** Our dependencies that a command loads: each costs its user time. */
function loadedBy(...args: readonly string[]): string[] {
  const folder = newFolder();
  fill(folder, { 'at-the-end.cjs': AT_THE_END });
  const { err } = runCommand(folder, args, {
    NODE_OPTIONS: `--require=${join(folder, 'at-the-end.cjs')}`,
  });
  const loaded = JSON.parse(err.split('\n').at(-1) ?? '') as readonly string[];
  return Object.keys({ ...dependencies, ...peerDependencies })
    .filter((name) => loaded.some((path) => path.includes(join('node_modules', name, '/'))))
    .sort();
}

const OF_ALL_COMMANDS = ['commander', 'picocolors'];

test.each(['--version', '--help', 'check --help'])(
  '%s loads what all commands load, and nothing else',
  (line) => {
    expect(loadedBy(...line.split(' '))).toEqual(OF_ALL_COMMANDS);
  },
);

test.each(['generate', 'check'])('%s loads CDKTF and what that loads', (command) => {
  const ofCdktf = ['@cdktf/provider-aws', 'cdktf', 'constructs'];

  expect(loadedBy(command)).toEqual([...OF_ALL_COMMANDS, ...ofCdktf].sort());
});
