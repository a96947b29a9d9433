import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { Files } from '../generator/generate';
import { chosenModules } from './chosen-modules';
import { coloursOf } from './colours';
import { FAILED } from './exit-codes';
import type { DifferingFile } from './file-diff';
import { folderOptions, refuseFile, wantedModules } from './wanted-modules';
import type { FolderOptions } from './wanted-modules';

const LINES_OF_A_DIFF = 100;

interface CheckOptions extends FolderOptions {
  /** Lines of the diff; true: the usual number; false: no diff; absent: on a terminal. */
  readonly diff?: number | boolean;
}

export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .summary('fail if the modules are not what generate would write')
    .description(
      'Fails if the module in <dir> and those below <dir>/modules are not what generate would write.',
    );
  folderOptions(command)
    .option(
      '--diff [lines]',
      `show what differs, at most so many lines, like 500 (default: ${LINES_OF_A_DIFF} lines on a terminal, no diff elsewhere)`,
      numberOfLines,
    )
    .option('--no-diff', 'do not show it, on a terminal either')
    .addHelpText(
      'after',
      `
Examples:
  ssm-iam check
  ssm-iam check --diff 500 --module instance-profile`,
    )
    .action(checkModules);
}

function numberOfLines(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) {
    throw new InvalidArgumentError('It must be a number of lines, like 500.');
  }
  return Number(text);
}

async function checkModules({ out, module, diff }: CheckOptions, command: Command): Promise<void> {
  refuseFile(out);
  const { root, modules } = await wantedModules(await chosenModules(module), 'checking');
  const { compareTree, withFolders } = await import('../generator/tree');
  const changes = compareTree(out, { root, modules }, module === undefined);
  const differing = withFolders(out, changes).flatMap(({ change, folder }) =>
    differingFiles(folder, change.files, { ...modules, ...root }[change.module] ?? {}),
  );
  if (differing.length === 0) {
    return;
  }
  process.exitCode = FAILED;
  if (diff ?? process.stdout.isTTY) {
    const most = typeof diff === 'number' ? diff : LINES_OF_A_DIFF;
    const { fileDiff } = await import('./file-diff');
    console.log(fileDiff(differing, most, coloursOf(command)));
  }
  const what = differing.length === 1 ? 'file is' : 'files are';
  const lines = differing.map(({ path }) => `\n  ${path}`);
  console.error(
    `${differing.length} ${what} not what the generator writes; run npm run generate and commit the result:${lines.join('')}`,
  );
}

function differingFiles(folder: string, names: readonly string[], wanted: Files): DifferingFile[] {
  return names.map((name) => {
    const path = join(folder, name);
    return {
      path,
      found: existsSync(path) ? readFileSync(path, 'utf8') : undefined,
      wanted: wanted[name],
    };
  });
}
