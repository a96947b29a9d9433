import { newProgram, runProgram } from '../commands/program';
import { addPublish } from './commands/publish';
import { addRelease } from './commands/release';
import { addReleaseAssets } from './commands/release-assets';

/** Releases and publications. It runs in the repository and is no part of the package. */
const program = newProgram(
  'node dist/publisher/cli.js',
  'Makes releases of this repository and takes them to registries.',
).helpCommand('help [command]', 'print the help of a command, like "help release"');
addReleaseAssets(addRelease(program));
addPublish(program);

void runProgram(program);
