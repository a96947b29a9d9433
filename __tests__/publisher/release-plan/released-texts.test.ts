import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSIONED, withVersion } from '../../../publisher/release-plan/released-texts';
import { PROJECT } from '../../fixtures/source-files';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

test.each(VERSIONED)('the same version leaves %s of this project as it is', (path) => {
  expect(withVersion(path, read(path), version)).toBe(read(path));
});

test.each([
  ['package.json', ['"version": "9.8.7",']],
  ['package-lock.json', ['"version": "9.8.7",', '"version": "9.8.7",']],
])('%s of this project has another version, and nothing else', (path, expected) => {
  const [was, is] = [read(path), withVersion(path, read(path), '9.8.7')].map((text) =>
    text.split('\n'),
  );
  const differing = is?.filter((line, index) => line !== was?.[index]) ?? [];

  expect(differing).toHaveLength(expected.length);
  expected.forEach((part, index) => {
    expect(differing[index]).toContain(part);
  });
});

test('a lock of npm 6 has no packages', () => {
  expect(withVersion('package-lock.json', '{\n  "version": "1.0.0"\n}\n', '2.0.0')).toBe(
    '{\n  "version": "2.0.0"\n}\n',
  );
});

test('a file is written as npm writes it', () => {
  expect(withVersion('package.json', '{"version":"1.0.0"}', '2.0.0')).toBe(
    '{\n  "version": "2.0.0"\n}\n',
  );
  expect(() => withVersion('package.json', '[]', '2.0.0')).toThrow(
    /^package.json must be a JSON object .*\[NoJson\]$/,
  );
});
