import type { Command } from 'commander';
import * as program from '../../commands/program';

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
    expect(help).toMatch(`Usage: node dist/publisher/cli.js ${group} ${name} [options]\n`);
    expect(help.includes('\n  --to <target> ')).toBe(group === 'publish');
  }
});
