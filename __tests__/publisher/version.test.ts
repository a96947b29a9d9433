import { tagOf, versionOf } from '../../publisher/version';
import { usageError } from '../fixtures/usage-error';

test.each(['0.1.0', '1.2.3', '10.20.30', '1.2.3-rc.1'])('%s is a version', (text) => {
  expect(versionOf('--release', text)).toBe(text);
  expect(tagOf(text)).toBe(`v${text}`);
});

test.each(['v1.2.3', '1.2', '1.2.3.4', '1.2.3+build', '01.2.3', '', ' 1.2.3', '1.2.3-', 'latest'])(
  '"%s" is none',
  (text) => {
    expect(() => versionOf('--release', text)).toThrow(usageError('Version'));
  },
);
