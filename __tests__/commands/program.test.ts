import { newProgram, runProgram } from '../../commands/program';
import { UsageError } from '../../errors';

test.each([
  ['the wrong option', new UsageError('UnknownModule', 'there is no module x'), 2],
  ['what was refused', new UsageError('VersionTaken', 'it is there'), 1],
])('%s is told on one line, with the exit code for it', async (_, error, code) => {
  const told = jest.spyOn(console, 'error').mockReturnValue();
  const before = process.exitCode;
  const program = newProgram('x', 'y').action(() => {
    throw error;
  });
  jest.replaceProperty(process, 'argv', ['node', 'x']);

  await runProgram(program);

  expect(process.exitCode).toBe(code);
  expect(told.mock.calls).toEqual([[error.message]]);
  process.exitCode = before;
  jest.restoreAllMocks();
});
