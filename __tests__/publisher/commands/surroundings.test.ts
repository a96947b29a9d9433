import { homedir } from 'node:os';
import { surroundings } from '../../../publisher/commands/surroundings';

test('are those of the process', () => {
  expect(surroundings()).toMatchObject({ env: process.env, home: homedir() });
});

test('read what Terraform reads', async () => {
  const { parseHcl } = surroundings();

  expect(await parseHcl('x.tfrc', 'credentials "example.com" {\n  token = "a\\"b"\n}')).toEqual({
    credentials: { 'example.com': [{ token: 'a"b' }] },
  });
  await expect(parseHcl('x.tfrc', 'credentials {')).rejects.toBeDefined();
});
