import { leads, tagOf, versionIn, versionOf } from '../../publisher/version';
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

test.each([
  ['1.0.0', [], true],
  ['1.0.0', ['1.0.0', '0.9.0', '2.0.0-rc.1'], true],
  ['1.0.0', ['1.0.1'], false],
  ['1.10.0', ['1.9.0'], true],
  ['2.0.0-rc.1', [], true],
  ['2.0.0-rc.2', ['2.0.0-rc.1'], true],
  ['2.0.0-rc.2', ['2.0.0-rc.10'], false],
  ['2.0.0-rc.1', ['0.1.0'], false],
])('%s beside %j is what people get who ask for none: %s', (version, others, expected) => {
  expect(leads(version, others)).toBe(expected);
});

test('a package.json names its version', () => {
  expect(versionIn('package.json', '{ "name": "x", "version": "1.2.3-rc.1" }')).toBe('1.2.3-rc.1');
});

test.each([
  ['{}', 'PackageVersion'],
  ['{ "version": 5 }', 'PackageVersion'],
  ['{ "version": "v1.2.3" }', 'PackageVersion'],
  ['{', 'NoJson'],
])('%s names none', (text, code) => {
  expect(() => versionIn('a/package.json', text)).toThrow(
    usageError(code, expect.stringMatching(/^a\/package\.json must /)),
  );
});
