import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSIONED, withVersion } from '../../../publisher/release-plan/released-texts';
import { PROJECT } from '../../fixtures/source-files';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

test.each(VERSIONED)('the same version leaves %s of this project as it is', (path) => {
  expect(withVersion(path, read(path), version, version)).toBe(read(path));
});

test.each([
  ['package.json', ['"version": "9.8.7",']],
  ['package-lock.json', ['"version": "9.8.7",', '"version": "9.8.7",']],
  ['README.md', ['ssm-iam-9.8.7.tgz']],
])('%s of this project has another version, and nothing else', (path, expected) => {
  const [was, is] = [read(path), withVersion(path, read(path), version, '9.8.7')].map((text) =>
    text.split('\n'),
  );
  const differing = is?.filter((line, index) => line !== was?.[index]) ?? [];

  expect(differing).toHaveLength(expected.length);
  expected.forEach((part, index) => {
    expect(differing[index]).toContain(part);
  });
});

const block = (line: string): string => `\`\`\`sh\nssm-iam\n${line}\n\`\`\`\n`;

test.each([
  ['what is installed', block('npm i ssm-iam-0.1.0.tgz'), block('npm i ssm-iam-1.0.0.tgz')],
  ['a tag', block('?ref=v0.1.0'), block('?ref=v1.0.0')],
  ['an option', block('--release 0.1.0'), block('--release 1.0.0')],
  ['a pin', block('version = "~> 0.1.0"'), block('version = "~> 1.0"')],
  ['another version', block('ssm-iam-0.1.01.tgz v0.1.0.1 v0.1.0-rc.1'), undefined],
  ['of something else', block('aws >= 0.1.0'), undefined],
  ['a pin of something else', '```hcl\nversion = "~> 0.1.0"\n```\n', undefined],
  ['prose', 'Since v0.1.0 there is a lamp.\n', undefined],
])('%s', (_, text, expected = text) => {
  expect(withVersion('README.md', text, '0.1.0', '1.0.0')).toBe(expected);
});

test('a pin takes no break', () => {
  expect(withVersion('README.md', block('"~> 1.2"'), '1.2.3', '1.3.0')).toBe(block('"~> 1.3"'));
});

test('a lock of npm 6 has no packages', () => {
  expect(withVersion('package-lock.json', '{\n  "version": "1.0.0"\n}\n', '1.0.0', '2.0.0')).toBe(
    '{\n  "version": "2.0.0"\n}\n',
  );
});

test('a file that npm did not write is left to npm', () => {
  expect(() => withVersion('package.json', '{"version":"1.0.0"}', '1.0.0', '2.0.0')).toThrow(
    /^package.json must be written as npm writes it, .*\[PackageForm\]$/,
  );
});
