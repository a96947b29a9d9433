import type { Command } from 'commander';
import * as program from '../../commands/program';
import { targets } from '../../publisher/targets';

jest.mock('../../commands/program', () => ({
  ...jest.requireActual<typeof program>('../../commands/program'),
  runProgram: jest.fn(),
}));

/** The program that `publisher/cli.ts` runs. */
async function publisher(): Promise<Command> {
  await import('../../publisher/cli');
  const [call] = jest.mocked(program.runProgram).mock.calls;
  if (call === undefined) {
    throw new Error('no program was run');
  }
  return call[0];
}

const named = ({ commands }: Command, name: string): Command => {
  const found = commands.find((command) => command.name() === name);
  if (found === undefined) {
    throw new Error(`there is no command ${name}`);
  }
  return found;
};

test.each([
  ['release', ['plan', 'apply', 'assets']],
  ['publish', ['plan', 'apply']],
])('%s has its commands, each with its options', async (group, commands) => {
  const command = named(await publisher(), group);

  expect(command.commands.map((one) => one.name())).toEqual(commands);
  for (const name of commands) {
    const help = named(command, name).helpInformation();
    expect(help).toContain(`Usage: node dist/publisher/cli.js ${group} ${name} [options]`);
  }
});

test.each(['plan', 'apply'])('publish %s has a command for each target', async (verb) => {
  const command = named(named(await publisher(), 'publish'), verb);

  expect(command.commands.map((one) => one.name())).toEqual(targets.map(({ name }) => name));
});
