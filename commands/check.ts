import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { reasonOf } from '../errors';
import { readText } from '../files';
import type { TreeChanges } from '../generator/compare';
import { filesOf } from '../generator/tree';
import type { Tree } from '../generator/tree';
import { WRITTEN_LIST } from '../generator/written-list';
import { chosenModules } from './chosen-modules';
import { coloursOf } from './colours';
import { FAILED } from './exit-codes';
import { folderOptions, refuseFile, wantedModules } from './wanted-modules';
import type { FolderOptions } from './wanted-modules';

const LINES_OF_A_DIFF = 100;
/** Longest file that is compared line by line, in bytes. */
const MOST_SHOWN = 1024 * 1024;
const FOREIGN_SHOWN = 20;

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
  const wanted = await wantedModules(await chosenModules(module));
  const { compareTree } = await import('../generator/compare');
  const changes = compareTree(out, wanted, module === undefined);
  const differing = differingFiles(out, wanted, changes);
  if (differing.length > 0 && (diff ?? process.stdout.isTTY)) {
    const { fileDiff } = await import('./file-diff');
    const most = typeof diff === 'number' ? diff : LINES_OF_A_DIFF;
    const files = differing.map((file) => ({ ...file, found: textAt(file.path) }));
    console.log(fileDiff(files, most, coloursOf(command)));
  }
  // a terminal shows what differs by itself, but not this
  if (diff !== undefined && diff !== false) {
    await showForeign(out);
  }
  if (differing.length === 0) {
    return;
  }
  process.exitCode = FAILED;
  const what = differing.length === 1 ? 'file is' : 'files are';
  const lines = differing.map(({ path }) => `\n  ${path}`);
  console.error(
    `${differing.length} ${what} not what the generator writes; run npm run generate and commit the result:${lines.join('')}`,
  );
}

/** A file as it should be; undefined: it should not be there. */
interface WantedFile {
  readonly path: string;
  readonly wanted: string | undefined;
}

function differingFiles(
  out: string,
  tree: Tree,
  { modules, list, isListed }: TreeChanges,
): WantedFile[] {
  const wanted = filesOf(tree);
  const files = modules.flatMap((change) => change.files);
  return [
    ...files.map((path) => ({ path: join(out, path), wanted: wanted[path] })),
    ...(isListed ? [] : [{ path: join(out, WRITTEN_LIST), wanted: list }]),
  ];
}

async function showForeign(out: string): Promise<void> {
  const { foreignEntries } = await import('../generator/foreign-files');
  const foreign = foreignEntries(out);
  const more = foreign.length - FOREIGN_SHOWN;
  const lines = foreign
    .slice(0, FOREIGN_SHOWN)
    .map((path) => `\n  ${join(out, path).replace(/\p{Cc}/gu, '?')}`);
  if (foreign.length > 0) {
    console.log(
      `not written by ssm-iam and left alone:${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`,
    );
  }
}

function textAt(path: string): string | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return readText(path, MOST_SHOWN);
  } catch (error) {
    return `(not shown: ${reasonOf(error)})\n`;
  }
}
