import { Option } from 'commander';
import { targetKind, targets } from '../../publisher/targets';
import { usageError } from '../fixtures/usage-error';

test('an unknown one is refused, with those that there are', () => {
  expect(() => targetKind('ftp')).toThrow(
    usageError(
      'UnknownTarget',
      '--to must be one of git, static, hcp, gitlab, artifactory, oci, got "ftp"; choose one [UnknownTarget]',
    ),
  );
});

test('an option is of one form wherever a target takes it', () => {
  const flags = [...new Set(targets.flatMap(({ options }) => options.map((one) => one.flags)))];
  const names = flags.map((one) => new Option(one).attributeName());

  expect(new Set(names).size).toBe(names.length);
});
