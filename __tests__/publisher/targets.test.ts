import { targets } from '../../publisher/targets';

test('an option means the same wherever a target takes it', () => {
  const flags = [...new Set(targets.flatMap(({ options }) => options.map((one) => one.flags)))];
  const names = flags.map((one) => one.split(' ')[0]);

  expect(new Set(names).size).toBe(names.length);
});
