import { homedir } from 'node:os';
import { surroundings } from '../../../publisher/commands/surroundings';

test('are those of the process', () => {
  expect(surroundings()).toEqual({ env: process.env, home: homedir() });
});
